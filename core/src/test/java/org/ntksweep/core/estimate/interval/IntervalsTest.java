package org.ntksweep.core.estimate.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals of known laws, against Commons Statistics. */
class IntervalsTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.9, 0.95, 0.99, 0.9999})
  void normal(double confidence) {
    double expected =
        NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
    assertThat(NormalInterval.halfWidth(confidence)).isCloseTo(expected, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.9, 0.95, 0.99, 0.999})
  void student(double confidence) {
    for (long freedom : new long[] {1, 2, 3, 4, 9, 10, 38, 39, 40, 41, 100, 1000, 1L << 34}) {
      double expected =
          TDistribution.of((double) freedom).inverseCumulativeProbability((1 + confidence) / 2);
      assertThat(StudentInterval.halfWidth(confidence, freedom))
          .as("%d degrees of freedom", freedom)
          .isCloseTo(expected, within(3e-7 * expected));
    }
  }
}
