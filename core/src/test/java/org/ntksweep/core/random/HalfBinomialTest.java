package org.ntksweep.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each comparison fails a right sampler once in 1e7 seeds; the seeds are fixed. */
@DisplayName("Binomial(n, 1/2) numbers")
class HalfBinomialTest {
  private static final int DRAWS = 2_000_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 63, 64, 65, 100, 127, 128, 129, 200, 500, 4096, 100_000})
  void law(int n) {
    BinomialDistribution law = BinomialDistribution.of(n, 0.5);
    // Every value that is expected some ten times has a cell of its own.
    int[] values =
        IntStream.rangeClosed(0, n).filter(k -> law.probability(k) * DRAWS >= 10).toArray();
    double[] edges = IntStream.of(values).mapToDouble(k -> k - 0.5).skip(1).toArray();
    GoodnessOfFit fit = new GoodnessOfFit(edges);
    draw(n, fit);
    double[] p = IntStream.of(values).mapToDouble(law::probability).toArray();
    p[0] = law.cumulativeProbability(values[0]);
    p[p.length - 1] = law.survivalProbability(values[values.length - 1] - 1);
    fit.check(p);
  }

  private static void draw(int n, GoodnessOfFit fit) {
    HalfBinomial binomial = HalfBinomial.of(n);
    RandomStream stream = new RandomStream();
    stream.reset(n, 2, 0);
    int block = 1000;
    for (int done = 0; done < DRAWS; done += block) {
      long[] bits = stream.bits(block * binomial.words());
      for (int i = 0; i < block; i++) {
        fit.add(binomial.at(bits, i * binomial.words()));
      }
    }
  }

  @Test
  void countsEveryCoinOnce() {
    for (int n : new int[] {1, 63, 64, 65, 128}) {
      HalfBinomial binomial = HalfBinomial.of(n);
      assertThat(binomial.at(new long[] {-1, -1}, 0)).isEqualTo(n);
      assertThat(binomial.at(new long[] {0, 0}, 0)).isZero();
    }
  }

  @Test
  void needsACoin() {
    assertThatThrownBy(() -> HalfBinomial.of(0)).hasMessageContaining("n 0");
  }

  /** Tilted by K and by K (K + 2), of the smallest laws too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 30, 500})
  void tiltedLaws(int n) {
    for (int order = 1; order <= 2; order++) {
      boolean squared = order == 2;
      IntToDoubleFunction tilt = k -> squared ? k * (k + 2.0) : k;
      double[] p = AliasTable.halfBinomial(n, tilt).probabilities(n);
      double mean = squared ? n * (n + 5) / 4.0 : n / 2.0;
      BinomialDistribution law = BinomialDistribution.of(n, 0.5);
      double distance = 0;
      for (int k = 0; k <= n; k++) {
        distance += Math.abs(p[k] - law.probability(k) * tilt.applyAsDouble(k) / mean);
      }
      assertThat(distance).isLessThan(1e-12);
    }
  }

  /** What the table says each value's probability is, column by column, against the law. */
  @Test
  void theTableHoldsTheLaw() {
    for (int n : new int[] {129, 500, 4096}) {
      BinomialDistribution law = BinomialDistribution.of(n, 0.5);
      double[] p = AliasTable.halfBinomial(n).probabilities(n);
      double distance = 0;
      for (int k = 0; k <= n; k++) {
        distance += Math.abs(p[k] - law.probability(k));
      }
      // The reference computes each probability to about 1e-13.
      assertThat(distance).isLessThan(1e-12);
    }
  }
}
