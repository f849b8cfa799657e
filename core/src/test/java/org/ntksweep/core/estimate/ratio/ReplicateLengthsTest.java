package org.ntksweep.core.estimate.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class ReplicateLengthsTest {
  private static final ReplicateLengths LENGTHS = ReplicateLengths.of(5);

  @Test
  void replicatesFollowEachOther() {
    long end = 0;
    for (int j = 0; j < 3000; j++) {
      Unit unit = LENGTHS.at(end);
      assertThat(unit.number()).isEqualTo(j);
      assertThat(unit.start()).isEqualTo(end);
      assertThat(LENGTHS.samplesOf(j)).isEqualTo(end);
      end += unit.length();
      assertThat(LENGTHS.at(end - 1)).isEqualTo(unit);
    }
  }

  @Test
  void doNotDependOnWhatWasAskedBefore() {
    Unit far = LENGTHS.at(30_000_000);
    assertThat(far.start()).isLessThanOrEqualTo(30_000_000);
    assertThat(LENGTHS.samplesOf(far.number())).isEqualTo(far.start());
    for (long seed = 100; seed < 110; seed++) {
      assertThat(ReplicateLengths.of(seed).at(0).start()).isZero();
    }
    assertThat(ReplicateLengths.of(5).at(30_000_000)).isEqualTo(far);
    assertThat(ReplicateLengths.of(6).at(30_000_000)).isNotEqualTo(far);
  }

  /** {@code P(k) = p (1 - p)^k}, p = 1 - 2^(-3/2); a sound draw fails for 1 seed in 10^6. */
  @Test
  void levelsAreGeometric() {
    double p = 1 - Math.pow(2, -1.5);
    int cells = 8;
    long[] observed = new long[cells];
    long end = 0;
    for (int j = 0; j < 100_000; j++) {
      long length = LENGTHS.at(end).length();
      observed[Math.min(cells - 1, ReplicateLengths.level(length))]++;
      end += length;
    }
    double[] expected =
        IntStream.range(0, cells)
            .mapToDouble(k -> k < cells - 1 ? p * Math.pow(1 - p, k) : Math.pow(1 - p, k))
            .toArray();
    assertThat(ChiSquareTest.withDefaults().test(expected, observed).getPValue())
        .isGreaterThan(1e-6);
    for (int k = 0; k < cells; k++) {
      assertThat(ReplicateLengths.chance(k)).isCloseTo(p * Math.pow(1 - p, k), within(1e-15));
    }
    assertThat(ReplicateLengths.EXPECTED).isCloseTo(128 * p / (2 * p - 1), within(1e-9));
  }
}
