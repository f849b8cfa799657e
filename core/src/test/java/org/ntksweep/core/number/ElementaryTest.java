package org.ntksweep.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Elementary functions against fdlibm and Commons Numbers")
class ElementaryTest {
  @Test
  void exp() {
    agree(Elementary::exp, StrictMath::exp, -699, 709, 2);
    agree(Elementary::exp, StrictMath::exp, -1, 1, 2);
    assertThat(Elementary.exp(-701)).isZero();
    assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Elementary.exp(0)).isEqualTo(1);
  }

  @Test
  void expm1() {
    agree(Elementary::expm1, StrictMath::expm1, -80, 2, 3);
    agree(Elementary::expm1, StrictMath::expm1, -1e-9, 1e-9, 2);
  }

  @Test
  void log() {
    agree(Elementary::log, StrictMath::log, 0.9, 1.1, 2);
    agree(Elementary::log, StrictMath::log, 0, 3, 2);
    agree(x -> Elementary.log(Elementary.exp(x)), x -> x, 1, 700, 2);
    agree(Elementary::log, StrictMath::log, 0, Double.MIN_NORMAL, 2);
    assertThat(Elementary.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.log(1)).isZero();
    assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void logBeyondTheRangeOfDoubles() {
    for (double x : new double[] {0.75, 1, 3e-310, 1e300}) {
      assertThat(Elementary.log(x, 0)).isEqualTo(Elementary.log(x));
      assertThat(Elementary.log(x, 4000) - Elementary.log(x))
          .isCloseTo(4000 * StrictMath.log(2), Offset.offset(1e-12));
    }
    assertThat(Elementary.log(0x1.8p-300, 300)).isEqualTo(Elementary.log(1.5));
    assertThat(Elementary.log(0, 4000)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.log(Double.NaN, 1)).isNaN();
  }

  @Test
  void tanh() {
    agree(Elementary::tanh, StrictMath::tanh, -25, 25, 4);
    agree(Elementary::tanh, StrictMath::tanh, -1, 1, 4);
    agree(Elementary::tanh, StrictMath::tanh, -1e-200, 1e-200, 1);
    assertThat(Elementary.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void erf() {
    agree(Elementary::erf, Erf::value, -7, 7, 12);
    agree(Elementary::erf, Erf::value, -0.5, 0.5, 12);
    agree(Elementary::erf, x -> x * Elementary.TWO_OVER_SQRT_PI, -1e-12, 1e-12, 12);
    assertThat(Elementary.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
  }

  @Test
  void erfSlope() {
    // The slope is the density whose tail erfc is; the rounding of x^2 costs x^2 ulp.
    agree(Elementary::erfSlope, x -> 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x), -8, 8, 4);
    double h = 1e-5;
    assertThat((Erfc.value(1 - h) - Erfc.value(1 + h)) / (2 * h))
        .isCloseTo(Elementary.erfSlope(1), Offset.offset(1e-9));
    assertThat(Elementary.erfSlope(1e300)).isLessThan(1e-300);
  }

  @Test
  void arctan() {
    agree(x -> Arctan.of(x, 1), StrictMath::atan, -1.5, 1.5, 4);
    agree(x -> Arctan.of(x, 1), StrictMath::atan, -1e-100, 1e-100, 4);
    agree(x -> Arctan.of(1, x), x -> StrictMath.atan(1 / x), 0, 1e-3, 4);
    agree(x -> Arctan.of(-3 * x, 3), x -> -StrictMath.atan(x), 1, 1e6, 4);
    assertThat(Arctan.of(1e100, 1e-100)).isEqualTo(Math.PI / 2);
  }

  private static void agree(
      DoubleUnaryOperator ours, DoubleUnaryOperator reference, double from, double to, int ulps) {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100_000; i++) {
      double x = from + (to - from) * random.nextDouble();
      double expected = reference.applyAsDouble(x);
      assertThat(ours.applyAsDouble(x))
          .as("at %s", x)
          .isCloseTo(expected, Offset.offset(ulps * Math.ulp(expected)));
    }
  }
}
