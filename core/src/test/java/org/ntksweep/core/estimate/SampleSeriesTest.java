package org.ntksweep.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.number.Elementary;

class SampleSeriesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(ints = {-1015, -700, -1, 0, 1, 700, 1015})
  void powersOfTwoOnlyChangeTheExponent(int power) {
    double[] theta = new Samples(2).logNormal(2, 50);
    double[] scaled = theta.clone();
    for (int i = 0; i < theta.length; i++) {
      scaled[i] = Math.scalb(theta[i], power);
    }
    SampleSeries plain = Samples.series(theta);
    SampleSeries other = Samples.series(scaled);
    assertThat(other.values()).containsExactly(plain.values());
    assertThat(other.exponent()).isEqualTo(plain.exponent() + power);
  }

  @Test
  void theLargestMagnitudeIsJustBelowOne() {
    SampleSeries series = Samples.series(3, -12, 8);
    assertThat(series.values()).containsExactly(3.0 / 16, -12.0 / 16, 8.0 / 16);
    assertThat(series.exponent()).isEqualTo(4);
    assertThat(Samples.series(-16, 1).value(0)).isEqualTo(-0.5);
  }

  @Test
  void logarithmsStandInBeyondTheRangeOfADouble() {
    SampleSeries series =
        SampleSeries.of(
            new double[] {INFINITY, -INFINITY, Double.MAX_VALUE},
            new double[] {1200, 1200 - Math.log(4), Math.log(Double.MAX_VALUE)});
    assertThat(series.value(0)).isBetween(0.5, 1.0);
    assertThat(series.value(1) / series.value(0)).isCloseTo(-0.25, within(1e-12));
    assertThat(Math.log(series.value(2) / series.value(0)))
        .isCloseTo(Math.log(Double.MAX_VALUE) - 1200, within(1e-9));
    assertThat(Elementary.log(series.value(0), series.exponent())).isCloseTo(1200, within(1e-9));
  }

  @Test
  void logarithmsStandInBelowTheRangeOfADouble() {
    SampleSeries series =
        SampleSeries.of(
            new double[] {-0.0, 0.0, Double.MIN_VALUE},
            new double[] {-3000, -3000 - Math.log(2), -3000 - Math.log(8)});
    assertThat(series.value(0)).isBetween(-1.0, -0.5);
    assertThat(series.value(1) / series.value(0)).isCloseTo(-0.5, within(1e-12));
    assertThat(series.value(2) / series.value(0)).isCloseTo(-0.125, within(1e-12));
  }

  @Test
  void bothRoutesAgree() {
    double[] theta = {4e300, 1e300, -7e299};
    double[] beyond = {INFINITY, INFINITY, -INFINITY};
    SampleSeries exact = Samples.series(theta);
    SampleSeries rounded = SampleSeries.of(beyond, Samples.logAbs(theta));
    assertThat(rounded.exponent()).isEqualTo(exact.exponent());
    assertThat(rounded.values()).containsExactly(exact.values(), within(1e-12));
  }

  @Test
  void exactZerosStayZero() {
    SampleSeries series = Samples.series(0, 0.75, -0.0);
    assertThat(series.values()).containsExactly(0, 0.75, 0.0);
    assertThat(Samples.series(0, 0).values()).containsExactly(0, 0);
  }

  @Test
  void refusesWhatIsNotASample() {
    assertRefused(new double[] {}, new double[] {});
    assertRefused(new double[] {1, 2}, new double[] {0});
    assertRefused(new double[] {1, Double.NaN}, new double[] {0, 0});
    assertRefused(new double[] {1, INFINITY}, new double[] {0, INFINITY});
    assertRefused(new double[] {1, 0}, new double[] {0, Double.NaN});
  }

  private static void assertRefused(double[] theta, double[] logAbs) {
    assertThatThrownBy(() -> SampleSeries.of(theta, logAbs))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
