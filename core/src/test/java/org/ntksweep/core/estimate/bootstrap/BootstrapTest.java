package org.ntksweep.core.estimate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ntksweep.core.estimate.Samples;
import org.ntksweep.core.estimate.ratio.GatheredKind;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.ratio.Resample;
import org.ntksweep.core.estimate.ratio.Terms;

/**
 * Bootstrap errors against what they converge to. The relative error of a standard deviation over B
 * normal replicates is {@code 1/sqrt(2B)}; every tolerance is at least five of them, so that a
 * sound bootstrap fails for fewer than 1 seed in 1,000,000.
 */
class BootstrapTest {

  /** The bootstrap variance of a mean is exactly {@code sum (t - mean)^2 / N^2}. */
  @Test
  void errorOfAMean() {
    int n = 60;
    double[] t = new Samples(4).logNormal(1.5, n);
    double[] means = new double[20_000];
    new Resampling(8, n, means.length)
        .forEach(
            (b, counts) ->
                means[b] = IntStream.range(0, n).mapToDouble(i -> counts[i] * t[i]).sum() / n);
    double mean = Arrays.stream(t).average().orElseThrow();
    double squares = Arrays.stream(t).map(x -> (x - mean) * (x - mean)).sum();
    assertThat(Spread.of(means, 0.95).error())
        .isCloseTo(Math.sqrt(squares) / n, withinPercentage(2.5));
  }

  /** To first order the replicates scatter by {@code r sqrt(sum psi^2) / N}, psi the influence. */
  @Test
  void errorOfARatio() {
    int n = 4000;
    double[] t = new Samples(5).logNormal(1.3, n);
    double m1 = Arrays.stream(t).average().orElseThrow();
    double m2 = Arrays.stream(t).map(x -> x * x).average().orElseThrow();
    double squares = Arrays.stream(t).map(x -> square(x * x / m2 - 2 * x / m1 + 1)).sum();
    double firstOrder = m2 / (m1 * m1) * Math.sqrt(squares) / n;
    Spread spread = spread(RatioEstimator.U_RATIO, new Bootstrap(2000, 0.95, 1), t);
    assertThat(spread.error()).isCloseTo(firstOrder, withinPercentage(9));
    assertThat(spread.high() - spread.low())
        .isCloseTo(2 * 1.959964 * firstOrder, withinPercentage(12));
  }

  /** With four samples there are 4^4 equally likely replicates: all of them are written out. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void allReplicatesOfFourSamples(RatioEstimator estimator) {
    double[] t = {0.5, 0.6, 0.8, 0.9};
    double[] all =
        IntStream.range(0, 256)
            .mapToDouble(
                code -> {
                  double[] counts = new double[4];
                  for (int draw = 0; draw < 4; draw++) {
                    counts[code >> (2 * draw) & 3]++;
                  }
                  return ((GatheredKind) estimator.kind())
                      .ratio(new Resample(Terms.plain(t)).occurring(counts, 4));
                })
            .toArray();
    double exact = Moments.of(all).standardDeviation();
    Spread spread = spread(estimator, new Bootstrap(40_000, 0.9, 6), t);
    assertThat(spread.error()).isCloseTo(exact, withinPercentage(3));
    Arrays.sort(all);
    assertThat(spread.low()).isBetween(all[10], all[14]);
    assertThat(spread.high()).isBetween(all[241], all[245]);
  }

  private static Spread spread(RatioEstimator estimator, Bootstrap bootstrap, double[] t) {
    return bootstrap.spreads((GatheredKind) estimator.kind(), List.of(Terms.plain(t))).get(0);
  }

  private static double square(double x) {
    return x * x;
  }

  @Test
  void undefinedReplicatesLeaveTheSpreadUndefined() {
    Spread spread =
        spread(RatioEstimator.PLUG_IN, new Bootstrap(100, 0.95, 1), new double[] {0, 1});
    assertThat(spread.error()).isNaN();
    assertThat(spread.low()).isNaN();
    assertThat(spread.high()).isNaN();
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> new Bootstrap(1, 0.95, 0)).hasMessageContaining("replicates 1");
    for (double confidence : new double[] {0, 1, -0.5, Double.NaN}) {
      assertThatThrownBy(() -> new Bootstrap(10, confidence, 0)).hasMessageContaining("confidence");
    }
  }
}
