package org.ntksweep.core.estimate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A million counts against Poisson(1); every comparison fails for fewer than 1 seed in 10^6. */
class PoissonCountsTest {
  private static final int UNITS = 1000;
  private static final int REPLICATES = 1000;
  private static final double[][] WEIGHTS = drawn(2022);

  private static double[][] drawn(long seed) {
    PoissonCounts counts = new PoissonCounts(seed, REPLICATES);
    return IntStream.range(0, UNITS)
        .mapToObj(unit -> Arrays.copyOf(counts.of(unit), REPLICATES))
        .toArray(double[][]::new);
  }

  @Test
  void haveThePoissonLaw() {
    int cells = 8;
    long[] observed = new long[cells];
    for (double[] row : WEIGHTS) {
      for (double weight : row) {
        observed[Math.min(cells - 1, (int) weight)]++;
      }
    }
    PoissonDistribution law = PoissonDistribution.of(1);
    double[] expected =
        IntStream.range(0, cells)
            .mapToDouble(
                k -> k < cells - 1 ? law.probability(k) : law.survivalProbability(cells - 2))
            .toArray();
    assertThat(ChiSquareTest.withDefaults().test(expected, observed).getPValue())
        .isGreaterThan(1e-6);
  }

  /** The variance of (X - 1)^2 is 3, of the product of two independent X - 1 it is 1. */
  @Test
  void haveMeanAndVarianceOneAndDoNotDependOnEachOther() {
    double mean = 0;
    double variance = 0;
    double replicates = 0;
    double units = 0;
    for (int u = 1; u < UNITS; u++) {
      for (int b = 1; b < REPLICATES; b++) {
        double x = WEIGHTS[u][b] - 1;
        mean += x;
        variance += x * x - 1;
        replicates += x * (WEIGHTS[u][b - 1] - 1);
        units += x * (WEIGHTS[u - 1][b] - 1);
      }
    }
    double fiveErrors = 5 * Math.sqrt(UNITS * REPLICATES);
    assertThat(mean).isCloseTo(0, within(fiveErrors));
    assertThat(variance).isCloseTo(0, within(Math.sqrt(3) * fiveErrors));
    assertThat(replicates).isCloseTo(0, within(fiveErrors));
    assertThat(units).isCloseTo(0, within(fiveErrors));
  }

  /** {@code floor(2^64 P(X <= k))}, with 60 digits from Python's decimal module. */
  @ParameterizedTest
  @CsvSource({
    "0, 6786177901268885274",
    "1, 13572355802537770549",
    "2, 16965444753172213186",
    "5, 18435783298447138329",
    "10, 18446743888360976771",
    "18, 18446744073709551557"
  })
  void areTheInverseOfTheDistributionFunction(int k, String bound) {
    long word = Long.parseUnsignedLong(bound);
    assertThat(PoissonCounts.value(word - 1)).isEqualTo(k);
    assertThat(PoissonCounts.value(word)).isEqualTo(k + 1);
  }

  @Test
  void areAFunctionOfSeedAndUnit() {
    PoissonCounts counts = new PoissonCounts(2022, REPLICATES);
    assertThat(Arrays.copyOf(counts.of(700), REPLICATES)).containsExactly(WEIGHTS[700]);
    assertThat(Arrays.copyOf(counts.of(3), REPLICATES)).containsExactly(WEIGHTS[3]);
    assertThat(WEIGHTS[3]).isNotEqualTo(WEIGHTS[4]);
    assertThat(Arrays.copyOf(new PoissonCounts(2023, REPLICATES).of(3), REPLICATES))
        .isNotEqualTo(WEIGHTS[3]);
  }
}
