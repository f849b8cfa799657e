package org.ntksweep.core.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Numbers without a range")
class ScaledTest {

  /** A random walk of sums, products and quotients over thousands of binary orders of magnitude. */
  @Test
  void likeDecimalArithmetic() {
    SplittableRandom random = new SplittableRandom(1);
    Scaled x = Scaled.ONE;
    BigDecimal y = BigDecimal.ONE;
    for (int i = 0; i < 2000; i++) {
      double factor = Math.scalb(1 + random.nextDouble(), random.nextInt(-100, 100));
      BigDecimal exact = new BigDecimal(factor);
      switch (random.nextInt(5)) {
        case 0 -> {
          x = x.times(factor);
          y = y.multiply(exact, MathContext.DECIMAL128);
        }
        case 1 -> {
          x = x.over(factor);
          y = y.divide(exact, MathContext.DECIMAL128);
        }
        case 2 -> {
          x = x.plus(Scaled.of(factor));
          y = y.add(exact, MathContext.DECIMAL128);
        }
        case 3 -> {
          x = x.plus(x.times(factor));
          y = y.add(y.multiply(exact), MathContext.DECIMAL128);
        }
        default -> {
          x = x.times(x).over(Scaled.of(factor));
          y = y.multiply(y).divide(exact, MathContext.DECIMAL128);
        }
      }
      BigDecimal quotient = decimal(x).divide(y, MathContext.DECIMAL128);
      assertThat(quotient.doubleValue()).isCloseTo(1, within(4e-16));
      // Go on from the rounded number, nearer to 1 once it is far away.
      x = Math.abs(x.exponent()) > 4000 ? Scaled.of(x.mantissa()) : x;
      y = decimal(x);
    }
  }

  private static BigDecimal decimal(Scaled x) {
    BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(x.exponent()));
    BigDecimal mantissa = new BigDecimal(x.mantissa());
    return x.exponent() < 0
        ? mantissa.divide(power, new MathContext(60))
        : mantissa.multiply(power);
  }

  @Test
  void endsOfTheRange() {
    Scaled huge = Scaled.of(1, 5000);
    assertThat(huge.value()).isInfinite();
    assertThat(huge.times(huge).over(huge)).isEqualTo(huge);
    assertThat(huge.logAbs()).isCloseTo(5000 * StrictMath.log(2), within(1e-12));
    assertThat(Scaled.ONE.over(huge).value()).isZero();
    assertThat(huge.plus(Scaled.ONE)).isEqualTo(huge);
    assertThat(Scaled.of(Double.MIN_VALUE).logAbs())
        .isCloseTo(-1074 * StrictMath.log(2), within(1e-12));
  }

  @Test
  void zeroAndSigns() {
    assertThat(Scaled.of(-0.0)).isEqualTo(Scaled.ZERO);
    assertThat(Scaled.of(3).plus(Scaled.of(-3))).isEqualTo(Scaled.ZERO);
    assertThat(Scaled.ZERO.plus(Scaled.of(-1, 900))).isEqualTo(Scaled.of(-1, 900));
    assertThat(Scaled.of(-2).logAbs()).isEqualTo(StrictMath.log(2));
    assertThat(Scaled.ZERO.logAbs()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Scaled.of(1, 400).plus(Scaled.of(1, -400)).value()).isEqualTo(0x1p400);
  }
}
