package org.ntksweep.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.estimate.bootstrap.Spread;

/**
 * A part of the calibration. By the table there, intervals that fail are flagged in 99.5 % of all
 * runs and cover in at most 76 %, those that hold in at most 1.5 % and at least 88 %. From 200 runs
 * each, a sound rule passes a bound by chance for fewer than 1 seed in 10,000.
 */
class UnderpoweredRuleTest {
  private static final int RUNS = 200;
  private static final int REPLICATES = 200;

  @ParameterizedTest
  @CsvSource({"10, 1.1", "20, 3", "50, 5", "100, 10", "200, 60", "500, 5", "500, 60", "2000, 10"})
  void intervalsThatFailAreFlagged(int samples, double ratio) {
    UnderpoweredCalibration cell =
        UnderpoweredCalibration.simulate(ratio, samples, RUNS, REPLICATES);
    assertThat(cell.coverage()).isLessThan(0.88);
    assertThat(cell.flagged()).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @CsvSource({"50, 1.01", "100, 1.03", "200, 1.1", "500, 1.2", "2000, 1.3", "2000, 1.01"})
  void intervalsThatHoldAreNot(int samples, double ratio) {
    UnderpoweredCalibration cell =
        UnderpoweredCalibration.simulate(ratio, samples, RUNS, REPLICATES);
    assertThat(cell.coverage()).isGreaterThan(0.78);
    assertThat(cell.flagged()).isLessThan(0.08);
  }

  @Test
  void anIntervalThatReachesZeroOrIsUndefinedIsFlagged() {
    assertThat(flags(1000, 0.002, 1.5, new Spread(1, 1, 2))).isFalse();
    assertThat(flags(1000, 0.002, 1.5, new Spread(1, -1, 2))).isTrue();
    assertThat(flags(1000, 0.002, 1.5, new Spread(1, Double.NaN, 2))).isTrue();
  }

  /** The exact ratio is 4.474, at sigma_w2 = 2.1, M = 100, L = 80: the samples missed the tail. */
  @Test
  void anIntervalThatIsTooSureIsFlagged() {
    assertThat(flags(1_000_000, 2e-4, 4.273, new Spread(0.038, 4.2, 4.35))).isTrue();
    assertThat(flags(1_000_000, 2e-4, 4.273, new Spread(0.071, 4.1, 4.4))).isFalse();
  }

  private static boolean flags(long samples, double tailShare, double ratio, Spread spread) {
    return UnderpoweredRule.flags(new SampleShape(samples, tailShare, true, 100), ratio, spread);
  }
}
