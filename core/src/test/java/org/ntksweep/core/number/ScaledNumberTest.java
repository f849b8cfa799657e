package org.ntksweep.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Numbers without a range")
class ScaledNumberTest {

  /** A random walk of sums, products and quotients over thousands of binary orders of magnitude. */
  @Test
  void likeDecimalArithmetic() {
    SplittableRandom random = new SplittableRandom(1);
    ScaledNumber x = ScaledNumber.ONE;
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
          x = x.plus(ScaledNumber.of(factor));
          y = y.add(exact, MathContext.DECIMAL128);
        }
        case 3 -> {
          x = x.plus(x.times(factor));
          y = y.add(y.multiply(exact), MathContext.DECIMAL128);
        }
        default -> {
          x = x.times(x).over(ScaledNumber.of(factor));
          y = y.multiply(y).divide(exact, MathContext.DECIMAL128);
        }
      }
      BigDecimal quotient = decimal(x).divide(y, MathContext.DECIMAL128);
      assertThat(quotient.doubleValue()).isCloseTo(1, within(4e-16));
      // Go on from the rounded number, nearer to 1 once it is far away.
      x = Math.abs(x.exponent()) > 4000 ? ScaledNumber.of(x.mantissa()) : x;
      y = decimal(x);
    }
  }

  private static BigDecimal decimal(ScaledNumber x) {
    BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(x.exponent()));
    BigDecimal mantissa = new BigDecimal(x.mantissa());
    return x.exponent() < 0
        ? mantissa.divide(power, new MathContext(60))
        : mantissa.multiply(power);
  }

  @Test
  void endsOfTheRange() {
    ScaledNumber huge = ScaledNumber.of(1, 5000);
    assertThat(huge.value()).isInfinite();
    assertThat(huge.times(huge).over(huge)).isEqualTo(huge);
    assertThat(huge.logAbs()).isCloseTo(5000 * StrictMath.log(2), within(1e-12));
    assertThat(ScaledNumber.ONE.over(huge).value()).isZero();
    assertThat(huge.plus(ScaledNumber.ONE)).isEqualTo(huge);
    assertThat(ScaledNumber.of(Double.MIN_VALUE).logAbs())
        .isCloseTo(-1074 * StrictMath.log(2), within(1e-12));
  }

  @Test
  void zeroAndSigns() {
    assertThat(ScaledNumber.of(-0.0)).isEqualTo(ScaledNumber.ZERO);
    assertThat(ScaledNumber.of(3).plus(ScaledNumber.of(-3))).isEqualTo(ScaledNumber.ZERO);
    assertThat(ScaledNumber.ZERO.plus(ScaledNumber.of(-1, 900)))
        .isEqualTo(ScaledNumber.of(-1, 900));
    assertThat(ScaledNumber.of(-2).logAbs()).isEqualTo(StrictMath.log(2));
    assertThat(ScaledNumber.ZERO.logAbs()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(ScaledNumber.of(1, 400).plus(ScaledNumber.of(1, -400)).value()).isEqualTo(0x1p400);
  }

  @Test
  void oneFormForEveryNumber() {
    for (double x :
        new double[] {1, -3, 0x1p1000, -0x1.8p-1000, Double.MIN_VALUE, Double.MAX_VALUE}) {
      ScaledNumber number = ScaledNumber.of(x);
      assertThat(Math.abs(number.mantissa())).isBetween(0.5, Math.nextDown(1.0));
      assertThat(number.value()).isEqualTo(x);
      assertThat(ScaledNumber.of(number.mantissa(), number.exponent())).isEqualTo(number);
    }
    assertThat(ScaledNumber.of(Double.NaN, 7)).isEqualTo(ScaledNumber.of(Double.NaN));
    assertThat(ScaledNumber.of(Double.NEGATIVE_INFINITY).value()).isNegative().isInfinite();
  }

  @Test
  void powersOfE() {
    assertThat(ScaledNumber.exp(0)).isEqualTo(ScaledNumber.ONE);
    assertThat(ScaledNumber.exp(Double.NEGATIVE_INFINITY)).isEqualTo(ScaledNumber.ZERO);
    for (double x : new double[] {-1e5, -745, -1.5, 1e-9, 700, 12345.678}) {
      assertThat(ScaledNumber.exp(x).logAbs())
          .isCloseTo(x, within(2e-16 * Math.max(1, Math.abs(x))));
    }
  }

  @Test
  void rootsAndOrder() {
    ScaledNumber large = ScaledNumber.of(2, 4001);
    assertThat(large.times(large).sqrt()).isEqualTo(large);
    assertThat(ScaledNumber.of(-1).sqrt().value()).isNaN();
    ScaledNumber[] ascending = {
      large.negated(), ScaledNumber.of(-1), ScaledNumber.ZERO, ScaledNumber.of(1, -9000), large
    };
    for (int i = 0; i < ascending.length; i++) {
      for (int j = 0; j < ascending.length; j++) {
        assertThat(ascending[i].isBelow(ascending[j])).isEqualTo(i < j);
      }
    }
    assertThat(large.negated().abs()).isEqualTo(large);
  }
}
