package org.ntksweep.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.sampling.VarianceReduction;

/**
 * A part of the table of coverages. Of 500 intervals that cover in 95 %, 475 do, give or take 4.9:
 * a bound is passed by chance for 1 seed in 10,000.
 */
class IntervalCoverageTest {
  private static final int RUNS = 500;

  private static IntervalCoverage cell(
      double sigmaW2, int depth, VarianceReduction reduction, int samples, int runs) {
    return new IntervalCoverage(
            IntervalCoverage.relu(sigmaW2, 100, depth),
            reduction,
            IntervalCoverage.estimation(RatioInterval.LOG_NORMAL, 200))
        .run(runs, samples, true);
  }

  @ParameterizedTest
  @CsvSource({"2.5, 5, 200", "2, 20, 500", "2.5, 21, 1000"})
  void intervalsThatAreNotMarkedHold(double sigmaW2, int depth, int samples) {
    IntervalCoverage cell = cell(sigmaW2, depth, VarianceReduction.NONE, samples, RUNS);
    assertThat(cell.flagged()).isZero();
    assertThat(cell.coverage()).isBetween(0.91, 0.99);
  }

  @ParameterizedTest
  @CsvSource({"2.5, 5, 49", "2, 29, 500", "2.5, 100, 500"})
  void theMarkIsKnownBeforehand(double sigmaW2, int depth, int samples) {
    assertThat(cell(sigmaW2, depth, VarianceReduction.NONE, samples, 20).flagged()).isEqualTo(1);
  }

  /** Ratios 1.1, 2 and 64. */
  @ParameterizedTest
  @CsvSource({"2.5, 5", "2, 29", "2.5, 100"})
  void sizeBiasedSamplesAreEnough(double sigmaW2, int depth) {
    IntervalCoverage cell = cell(sigmaW2, depth, VarianceReduction.SIZE_BIASED, 200, RUNS);
    assertThat(cell.flagged()).isLessThan(0.01);
    assertThat(cell.coverage()).isBetween(0.91, 0.99);
  }
}
