package org.ntksweep.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each comparison fails a right sampler once in 1e7 seeds; the seeds are fixed. */
@DisplayName("Chi-square numbers")
class ChiSquareTest {
  /** Cell edges by probability: both tails down to 1e-4 and a body of twentieths. */
  private static final double[] LEVELS = levels();

  private static double[] levels() {
    double[] levels = new double[27];
    double[] tail = {1e-4, 1e-3, 5e-3, 0.02};
    for (int i = 0; i < tail.length; i++) {
      levels[i] = tail[i];
      levels[levels.length - 1 - i] = 1 - tail[i];
    }
    for (int i = 1; i < 20; i++) {
      levels[3 + i] = i / 20.0;
    }
    return levels;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 30, 31, 32, 33, 100, 250, 5000})
  void law(int degrees) {
    ChiSquaredDistribution law = ChiSquaredDistribution.of(degrees);
    GoodnessOfFit fit =
        new GoodnessOfFit(Arrays.stream(LEVELS).map(law::inverseCumulativeProbability).toArray());
    int[] k = new int[1000];
    Arrays.fill(k, degrees);
    double[] x = new double[1000];
    RandomStream stream = stream(degrees);
    for (int block = 0; block < 2000; block++) {
      stream.fillChiSquare(k, x, x.length);
      for (double value : x) {
        fit.add(value);
      }
    }
    double[] p = new double[LEVELS.length + 1];
    for (int i = 0; i <= LEVELS.length; i++) {
      double below = i == 0 ? 0 : LEVELS[i - 1];
      p[i] = (i == LEVELS.length ? 1 : LEVELS[i]) - below;
    }
    fit.check(p);
  }

  @Test
  void noDegreesOfFreedomIsZero() {
    double[] x = new double[3];
    stream(1).fillChiSquare(new int[] {0, 5, 0}, x, 3);
    assertThat(x[0]).isZero();
    assertThat(x[1]).isPositive();
    assertThat(x[2]).isZero();
  }

  /**
   * The sums of mixed degrees have the mean and variance of one chi-square: 5 standard errors, once
   * in 2e6.
   */
  @Test
  void degreesMayDifferWithinABlock() {
    int[] k = {0, 1, 2, 3, 40, 500};
    double[] x = new double[k.length];
    RandomStream stream = stream(9);
    double sum = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      stream.fillChiSquare(k, x, k.length);
      sum += Arrays.stream(x).sum();
    }
    assertThat(Math.abs(sum / n - 546)).isLessThan(5 * Math.sqrt(2 * 546.0 / n));
  }

  private static RandomStream stream(long seed) {
    RandomStream stream = new RandomStream();
    stream.reset(seed, 1, 0);
    return stream;
  }
}
