package org.ntksweep.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;

class EstimationTest {
  private static Estimation of(RatioEstimator estimator) {
    return new Estimation(estimator, new Bootstrap(100, 0.95, 9));
  }

  @Test
  void manySamplesStreamWhereTheEstimatorAllows() {
    long few = 131_072;
    for (RatioEstimator estimator : RatioEstimator.values()) {
      boolean sums = estimator == RatioEstimator.PLUG_IN || estimator == RatioEstimator.U_RATIO;
      boolean debiased = estimator == RatioEstimator.DEBIASED;
      assertThat(of(estimator).streams(few)).isEqualTo(debiased);
      assertThat(of(estimator).streams(few + 1)).isEqualTo(debiased || sums);
      assertThat(of(estimator).mostSamples() > 1_000_000_000).isEqualTo(debiased || sums);
    }
  }

  @Test
  void cutsAreUnitsOfTheBootstrap() {
    Estimation estimation = of(RatioEstimator.U_RATIO);
    for (long sample : new long[] {0, 1, 16_383, 16_384, 16_384 + 64, 16_384 + 640_000_000_000L}) {
      assertThat(estimation.floorCut(sample)).isEqualTo(sample);
    }
    assertThat(estimation.floorCut(16_447)).isEqualTo(16_384);
    assertThat(estimation.floorCut(16_449)).isEqualTo(16_448);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void samplesWantedAreSamplesDrawn(RatioEstimator estimator) {
    assertThat(of(estimator).samplesFor(12_345)).isEqualTo(12_345);
  }

  /** Lengths have no variance: over 35,000 replicates their mean is within 5 % all the same. */
  @Test
  void debiasedDrawsWholeReplicates() {
    Estimation estimation = of(RatioEstimator.DEBIASED);
    for (long wanted : new long[] {2, 565, 10_000, 1_000_000, 10_000_000}) {
      long drawn = estimation.samplesFor(wanted);
      assertThat(estimation.floorCut(drawn)).isEqualTo(drawn);
      assertThat(drawn).isGreaterThanOrEqualTo(2 * 128);
    }
    assertThat((double) estimation.samplesFor(10_000_000)).isCloseTo(1e7, withinPercentage(5));
    assertThat(estimation.floorCut(estimation.samplesFor(10_000) + 5))
        .isEqualTo(estimation.samplesFor(10_000));
  }
}
