package org.ntksweep.core.estimate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {

  private static double[] drawn(Resampling resampling) {
    double[] all = new double[(int) resampling.entries()];
    int n = resampling.samples();
    resampling.forEachDrawn((b, counts) -> System.arraycopy(counts, 0, all, b * n, n));
    return all;
  }

  private static double[] cached(Resampling resampling) {
    double[] all = new double[(int) resampling.entries()];
    int n = resampling.samples();
    resampling.forEachCached((b, counts) -> System.arraycopy(counts, 0, all, b * n, n));
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 500, 511, 512, 513, 2000})
  void everyReplicateDrawsEveryTime(int samples) {
    Resampling resampling = new Resampling(9, samples, 20);
    resampling.forEach((b, counts) -> assertThat(Arrays.stream(counts).sum()).isEqualTo(samples));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 500, 513})
  void cachedAndUncachedAreEqual(int samples) {
    Resampling resampling = new Resampling(3, samples, 50);
    double[] drawn = drawn(resampling);
    assertThat(cached(resampling)).containsExactly(drawn);
    double[][] bySample = ResamplingCache.bySample(resampling);
    for (int i = 0; i < drawn.length; i++) {
      assertThat(bySample[i % samples][i / samples]).isEqualTo(drawn[i]);
    }
  }

  @Test
  void moreReplicatesContinueFewer() {
    double[] few = drawn(new Resampling(3, 40, 10));
    double[] many = drawn(new Resampling(3, 40, 25));
    assertThat(Arrays.copyOf(many, few.length)).containsExactly(few);
  }

  @Test
  void seedSizeAndReplicateMatter() {
    double[] plain = drawn(new Resampling(3, 40, 2));
    assertThat(drawn(new Resampling(4, 40, 2))).isNotEqualTo(plain);
    assertThat(Arrays.copyOf(plain, 40)).isNotEqualTo(Arrays.copyOfRange(plain, 40, 80));
    assertThat(Arrays.copyOf(drawn(new Resampling(3, 41, 2)), 40))
        .isNotEqualTo(Arrays.copyOf(plain, 40));
  }

  @Test
  void theCacheGivesOneMatrixToAllThreads() throws Exception {
    Resampling resampling = new Resampling(77, 300, 400);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<double[][]> task = () -> ResamplingCache.byReplicate(resampling);
      double[][] first = ResamplingCache.byReplicate(resampling);
      for (Future<double[][]> other : threads.invokeAll(Collections.nCopies(8, task))) {
        assertThat(other.get()).isSameAs(first);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void theCacheForgetsTheLongestUnused() {
    int half = (int) (Resampling.LARGEST_CACHED / 2);
    Resampling one = new Resampling(1, half, 1);
    Resampling two = new Resampling(2, half, 1);
    double[][] first = ResamplingCache.byReplicate(one);
    double[][] second = ResamplingCache.byReplicate(two);
    assertThat(ResamplingCache.byReplicate(one)).isSameAs(first);
    ResamplingCache.byReplicate(new Resampling(3, half, 1));
    assertThat(ResamplingCache.byReplicate(one)).isSameAs(first);
    assertThat(ResamplingCache.byReplicate(two)).isNotSameAs(second);
  }

  /**
   * A multiplicity is Binomial(N, 1/N). Over 40,000 of them, every tenth of a replicate of 100 so
   * that they hardly depend on each other, a sound draw fails for 1 seed in 10,000.
   */
  @Test
  void multiplicitiesAreBinomial() {
    int n = 100;
    int replicates = 4000;
    double[] all = drawn(new Resampling(11, n, replicates));
    long[] observed = new long[6];
    for (int i = 0; i < all.length; i += 10) {
      observed[Math.min(5, (int) all[i])]++;
    }
    BinomialDistribution law = BinomialDistribution.of(n, 1.0 / n);
    double[] expected =
        IntStream.range(0, 6)
            .mapToDouble(k -> k < 5 ? law.probability(k) : law.survivalProbability(4))
            .toArray();
    assertThat(ChiSquareTest.withDefaults().test(expected, observed).getPValue())
        .isGreaterThan(1e-4);
  }

  /** Draws of every place, uniform: a sound draw fails for 1 seed in 10,000. */
  @Test
  void everyPlaceIsDrawnEquallyOften() {
    int n = 700;
    double[] all = drawn(new Resampling(12, n, 1000));
    long[] observed = new long[n];
    for (int i = 0; i < all.length; i++) {
      observed[i % n] += (long) all[i];
    }
    assertThat(ChiSquareTest.withDefaults().test(observed).getPValue()).isGreaterThan(1e-4);
  }
}
