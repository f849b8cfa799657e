package org.ntksweep.core.estimate.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.bootstrap.Moments;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.ratio.Ratios;
import org.ntksweep.core.estimate.ratio.ReplicateLengths;
import org.ntksweep.core.estimate.ratio.Unit;
import org.ntksweep.core.random.RandomStream;

/**
 * What debiased is for: log-normal samples with {@code E[t^2]/E[t]^2 = 2} exactly, 28 million of
 * them, in 10^5 replicates of debiased or in blocks of 64 for any other estimator. By the biases
 * NumPy finds in 10 million samples, the others should be off by 121, 69, 107, 160 and 12
 * (jackknife) of their standard errors. The block matters to the jackknife, whose bias falls as the
 * square of its size: in blocks of 128 it would be off by 3 only.
 */
class DebiasedTest {
  private static final double RATIO = 2;
  private static final int REPLICATES = 100_000;
  private static final int BLOCK = 64;
  private static final Estimation DEBIASED =
      new Estimation(RatioEstimator.DEBIASED, new Bootstrap(2, 0.95, 12));

  /** Numbers of stream {@code block} of the law. */
  private static double[] logNormal(RandomStream stream, long block, int count) {
    double sigma = Math.sqrt(Math.log(RATIO));
    double[] t = new double[count];
    stream.reset(31, 41, block);
    stream.fillGaussian(t, 0, count);
    for (int i = 0; i < count; i++) {
      t[i] = Math.exp(sigma * t[i]);
    }
    return t;
  }

  private static KernelSummary debiased(long from, long to) {
    KernelSummary summary = KernelSummary.empty(DEBIASED, 1);
    RandomStream stream = new RandomStream();
    for (long block = from / 1024; block * 1024 < to; block++) {
      double[] t = logNormal(stream, block, 1024);
      for (int i = 0; i < t.length; i++) {
        long sample = block * 1024 + i;
        if (sample >= from && sample < to) {
          summary.add(sample, new double[] {t[i]}, new double[] {0});
        }
      }
    }
    return summary;
  }

  /** Fails for 1 seed in 16,000; the interval of 95 % then covers, too, or is nearly there. */
  @Test
  void hasNoBias() {
    long samples = DEBIASED.samplesFor(Math.round(REPLICATES * ReplicateLengths.EXPECTED));
    KernelEstimate e = debiased(0, samples).estimates().get(0);
    assertThat(e.samples()).isEqualTo(samples);
    assertThat(Math.abs(e.ratio() - RATIO)).isLessThan(4 * e.ratioSe());
    // A replicate scatters by 0.28 of the ratio.
    assertThat(e.ratioSe()).isCloseTo(0.28 * RATIO / Math.sqrt(REPLICATES), withinPercentage(10));
    assertThat(e.ratio() - e.ratioLo()).isCloseTo(1.959964 * e.ratioSe(), withinPercentage(0.2));
    assertThat(e.ratioHi() - e.ratio()).isBetween(1.96 * e.ratioSe(), 2.06 * e.ratioSe());
  }

  @Test
  void isAloneWithThat() {
    List<RatioEstimator> others = List.of(Ratios.GATHERED);
    int blocks = (int) (REPLICATES * ReplicateLengths.EXPECTED / BLOCK);
    double[][] ratios = new double[others.size()][blocks];
    RandomStream stream = new RandomStream();
    for (int block = 0; block < blocks; block++) {
      double[] t = logNormal(stream, block, BLOCK);
      for (int e = 0; e < others.size(); e++) {
        ratios[e][block] = Ratios.of(others.get(e), t);
      }
    }
    for (int e = 0; e < others.size(); e++) {
      Moments moments = Moments.of(ratios[e]);
      assertThat(Math.abs(moments.mean() - RATIO))
          .as(others.get(e).label())
          .isGreaterThan(4 * moments.meanError());
    }
  }

  /** One replicate by its definition. */
  @Test
  void aReplicateIsWhatTheFormulaSays() {
    Unit first = ReplicateLengths.of(12).at(0);
    Unit second = ReplicateLengths.of(12).at(first.length());
    double z1 = byDefinition(first);
    double z2 = byDefinition(second);
    KernelEstimate e = debiased(0, first.length() + second.length()).estimates().get(0);
    assertThat(e.ratio()).isCloseTo((z1 + z2) / 2, withinPercentage(1e-10));
    assertThat(e.ratioSe()).isCloseTo(Math.abs(z1 - z2) / 2, withinPercentage(1e-8));
  }

  private static double byDefinition(Unit unit) {
    int n = (int) unit.length();
    int k = Integer.numberOfTrailingZeros(n) - 7;
    double[] all = new double[n];
    for (int i = 0; i < n; i++) {
      long sample = unit.start() + i;
      all[i] = logNormal(new RandomStream(), sample / 1024, 1024)[(int) (sample % 1024)];
    }
    double p = 1 - Math.pow(2, -1.5);
    double halves = plugIn(all, 0, 2, n) / 2 + plugIn(all, 1, 2, n) / 2;
    return plugIn(all, 0, 1, 64) + (plugIn(all, 0, 1, n) - halves) / (p * Math.pow(1 - p, k));
  }

  private static double plugIn(double[] t, int from, int step, int to) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = from; i < to; i += step) {
      sum += t[i];
      squares += t[i] * t[i];
      count++;
    }
    return count * squares / (sum * sum);
  }
}
