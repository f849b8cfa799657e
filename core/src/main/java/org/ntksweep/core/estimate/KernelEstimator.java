package org.ntksweep.core.estimate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.core.number.Elementary;

/**
 * Estimates the distribution of the kernel entries of one point from their samples. The result is a
 * function of the samples in their order, the estimator and the bootstrap alone, bit for bit.
 * Immutable, for any number of threads.
 */
public final class KernelEstimator {
  private final RatioEstimator estimator;
  private final Bootstrap bootstrap;

  private KernelEstimator(RatioEstimator estimator, Bootstrap bootstrap) {
    this.estimator = estimator;
    this.bootstrap = bootstrap;
  }

  /**
   * Estimates ratios by {@code estimator} and their errors by {@code bootstrap}.
   *
   * @throws IllegalArgumentException for {@link RatioEstimator#DEBIASED}, which takes a {@link
   *     KernelSummary}
   */
  public static KernelEstimator of(RatioEstimator estimator, Bootstrap bootstrap) {
    estimator.ofSamples();
    return new KernelEstimator(estimator, bootstrap);
  }

  /**
   * The estimates of the diagonal entry, then of every other in its order.
   *
   * @param diagonal samples of {@code Theta(x, x)}
   * @param others samples of other entries of the same networks, in the same order
   * @throws IllegalArgumentException if the series differ in length or are shorter than the
   *     estimator's {@link RatioEstimator#minimumSamples()}
   */
  public List<KernelEstimate> estimate(SampleSeries diagonal, List<SampleSeries> others) {
    List<SampleSeries> all = Stream.concat(Stream.of(diagonal), others.stream()).toList();
    all.forEach(series -> check(series, diagonal.size()));
    List<Spread> spreads = bootstrap.spreads(estimator, all);
    return IntStream.range(0, all.size())
        .mapToObj(i -> estimate(all.get(i), spreads.get(i), diagonal))
        .toList();
  }

  private void check(SampleSeries series, int size) {
    if (series.size() != size) {
      throw new IllegalArgumentException(
          series.size() + " samples beside " + size + " of the diagonal");
    }
    estimator.requireSamples(size);
  }

  private KernelEstimate estimate(SampleSeries series, Spread replicates, SampleSeries diagonal) {
    Moments moments = Moments.of(series.values());
    int exponent = series.exponent();
    // Equal samples leave no doubt, but rounding would: their ratio is known exactly.
    boolean exact = series.isConstant() && moments.mean() != 0;
    double constant = estimator.ratioOfConstant(series.size());
    double ratio = exact ? constant : finiteOrNaN(estimator.evaluate(series.values()));
    Spread spread = exact ? new Spread(0, constant, constant) : replicates;
    double tailShare = tailShare(series.values());
    OffDiagonal offDiagonal = OffDiagonal.of(series, diagonal);
    return new KernelEstimate(
        series.size(),
        Math.scalb(moments.mean(), exponent),
        Elementary.log(Math.abs(moments.mean()), exponent),
        Math.scalb(moments.meanError(), exponent),
        ratio,
        spread.error(),
        spread.low(),
        spread.high(),
        tailShare,
        !exact && UnderpoweredRule.flags(series.size(), tailShare, ratio, spread),
        offDiagonal.ratio(),
        offDiagonal.error());
  }

  private static double finiteOrNaN(double x) {
    return Double.isFinite(x) ? x : Double.NaN;
  }

  private static double tailShare(double[] values) {
    double largest = 0;
    double sum = 0;
    for (double t : values) {
      largest = Math.max(largest, t * t);
      sum += t * t;
    }
    return largest / sum;
  }
}
