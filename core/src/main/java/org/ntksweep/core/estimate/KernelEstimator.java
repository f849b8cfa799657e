package org.ntksweep.core.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.bootstrap.Moments;
import org.ntksweep.core.estimate.bootstrap.Spread;
import org.ntksweep.core.estimate.ratio.GatheredKind;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.ratio.Resample;
import org.ntksweep.core.number.ScaledNumber;

/**
 * Estimates the distribution of the kernel entries of one point from their samples. The result is a
 * function of the samples in their order, the estimator and the bootstrap alone, bit for bit.
 * Immutable, for any number of threads.
 */
public final class KernelEstimator {
  private final RatioEstimator estimator;
  private final GatheredKind kind;
  private final Bootstrap bootstrap;

  private KernelEstimator(RatioEstimator estimator, GatheredKind kind, Bootstrap bootstrap) {
    this.estimator = estimator;
    this.kind = kind;
    this.bootstrap = bootstrap;
  }

  /**
   * Estimates ratios by {@code estimator} and their errors by {@code bootstrap}.
   *
   * @throws IllegalArgumentException if it is not a {@link GatheredKind}: {@link
   *     RatioEstimator#DEBIASED} takes a summary
   */
  public static KernelEstimator of(RatioEstimator estimator, Bootstrap bootstrap) {
    if (estimator.kind() instanceof GatheredKind kind) {
      return new KernelEstimator(estimator, kind, bootstrap);
    }
    throw new IllegalArgumentException(
        estimator.label() + " is estimated replicate by replicate, not from gathered samples");
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
    List<Spread> spreads = bootstrap.spreads(kind, all.stream().map(SampleSeries::values).toList());
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
    SampleShape shape = shape(series.values(), moments);
    return KernelEstimate.of(
        ScaledNumber.of(moments.mean(), series.exponent()),
        ScaledNumber.of(moments.meanError(), series.exponent()),
        shape,
        ratio(series, moments, shape, replicates),
        OffDiagonal.of(series, diagonal, bootstrap.confidence()));
  }

  private RatioEstimate ratio(
      SampleSeries series, Moments moments, SampleShape shape, Spread replicates) {
    return series.isConstant() && moments.mean() != 0
        ? RatioEstimate.ofConstant(kind.ratioOfConstant(series.size()))
        : RatioEstimate.of(kind.ratio(new Resample(series.values())), replicates, shape);
  }

  private static SampleShape shape(double[] values, Moments moments) {
    double largest = 0;
    double sum = 0;
    for (double t : values) {
      largest = Math.max(largest, t * t);
      sum += t * t;
    }
    boolean oneSign =
        Arrays.stream(values).allMatch(t -> t >= 0) || Arrays.stream(values).allMatch(t -> t <= 0);
    double meanOverError = Math.abs(moments.mean()) / moments.meanError();
    return new SampleShape(values.length, largest / sum, oneSign, meanOverError);
  }
}
