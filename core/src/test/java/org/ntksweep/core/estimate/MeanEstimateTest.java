package org.ntksweep.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanEstimateTest {
  private static final double NAN = Double.NaN;

  /**
   * Student's own sleep data (1908), drug 2; R: t.test(c(1.9,.8,1.1,.1,-.1,4.4,5.5,1.6,4.6,3.4)).
   */
  @Test
  void whatStudentFound() {
    double[] sleep = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    MeanEstimate estimate = MeanEstimate.of(sleep, 0.95);
    assertThat(estimate.mean()).isCloseTo(2.33, within(1e-15));
    assertThat(estimate.se()).isCloseTo(0.6331666, within(1e-7));
    assertThat(estimate.lo()).isCloseTo(0.8976775, within(1e-7));
    assertThat(estimate.hi()).isCloseTo(3.7623225, within(1e-7));
  }

  @Test
  void whatIsNotANumberIsLeftOut() {
    assertThat(MeanEstimate.of(new double[] {NAN, 1, NAN, 4, 7}, 0.9))
        .isEqualTo(MeanEstimate.of(new double[] {1, 4, 7}, 0.9));
    assertThat(MeanEstimate.of(new double[] {NAN, NAN}, 0.9)).isEqualTo(MeanEstimate.NONE);
    assertThat(MeanEstimate.of(new double[0], 0.9)).isEqualTo(MeanEstimate.NONE);
  }

  @Test
  void oneValueSaysNothingOfItsError() {
    assertThat(MeanEstimate.of(new double[] {3}, 0.9))
        .isEqualTo(new MeanEstimate(3, NAN, NAN, NAN));
  }

  @Test
  void equalValuesAreTheirMean() {
    double[] values = new double[7];
    Arrays.fill(values, 0.1);
    assertThat(MeanEstimate.of(values, 0.9)).isEqualTo(new MeanEstimate(0.1, 0, 0.1, 0.1));
  }

  @Test
  void beyondTheRangeOfADoubleThereIsNoError() {
    MeanEstimate estimate = MeanEstimate.of(new double[] {1, Double.POSITIVE_INFINITY}, 0.9);
    assertThat(estimate).isEqualTo(new MeanEstimate(Double.POSITIVE_INFINITY, NAN, NAN, NAN));
  }

  /** 2,000 intervals of 90 % from 5 normal values; false failures 1 in 10^4 (3.9 sigma). */
  @Test
  void intervalsCoverAsOftenAsTheySay() {
    Random random = new Random(1);
    int covered = 0;
    for (int i = 0; i < 2_000; i++) {
      MeanEstimate estimate =
          MeanEstimate.of(
              IntStream.range(0, 5).mapToDouble(j -> 3 + random.nextGaussian()).toArray(), 0.9);
      covered += estimate.lo() <= 3 && 3 <= estimate.hi() ? 1 : 0;
    }
    assertThat(covered).isCloseTo(1_800, within(53));
  }
}
