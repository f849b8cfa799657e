package org.ntksweep.core.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  private final Estimation estimation;
  private final GatheredKind kind;

  private KernelEstimator(Estimation estimation, GatheredKind kind) {
    this.estimation = estimation;
    this.kind = kind;
  }

  /**
   * Estimates ratios and their errors.
   *
   * @throws IllegalArgumentException if the estimator is not a {@link GatheredKind}: {@link
   *     RatioEstimator#DEBIASED} takes a summary
   */
  public static KernelEstimator of(Estimation estimation) {
    RatioEstimator estimator = estimation.estimator();
    if (estimator.kind() instanceof GatheredKind kind) {
      return new KernelEstimator(estimation, kind);
    }
    throw new IllegalArgumentException(
        estimator.label() + " is estimated replicate by replicate, not from gathered samples");
  }

  /** The same with the interval of {@link Estimation#Estimation(RatioEstimator, Bootstrap)}. */
  public static KernelEstimator of(RatioEstimator estimator, Bootstrap bootstrap) {
    return of(new Estimation(estimator, bootstrap));
  }

  /**
   * The estimates of the diagonal entry, then of every other in its order.
   *
   * @param diagonal samples of {@code Theta(x, x)}
   * @param others samples of other entries of the same networks, in the same order
   * @throws IllegalArgumentException if the series differ in length or are shorter than the
   *     estimator's {@link RatioEstimator#minimumSamples()}, or carry weights that it has an {@link
   *     RatioEstimator#objectionToWeights} to
   */
  public List<KernelEstimate> estimate(SampleSeries diagonal, List<SampleSeries> others) {
    return estimate(diagonal, others, MeanWeight.OF_PLAIN);
  }

  /**
   * The same of samples with weights.
   *
   * @param weight the mean of the weights
   */
  public List<KernelEstimate> estimate(
      SampleSeries diagonal, List<SampleSeries> others, MeanWeight weight) {
    List<SampleSeries> all = Stream.concat(Stream.of(diagonal), others.stream()).toList();
    all.forEach(series -> check(series, diagonal.size()));
    List<Spread> spreads =
        estimation.bootstrap().spreads(kind, all.stream().map(SampleSeries::terms).toList());
    return IntStream.range(0, all.size())
        .mapToObj(i -> estimate(all.get(i), spreads.get(i), diagonal, weight))
        .toList();
  }

  private void check(SampleSeries series, int size) {
    if (series.size() != size) {
      throw new IllegalArgumentException(
          series.size() + " samples beside " + size + " of the diagonal");
    }
    estimation.estimator().requireSamples(size);
    Optional<String> objection = estimation.estimator().objectionToWeights();
    if (series.isWeighted() && objection.isPresent()) {
      throw new IllegalArgumentException(objection.get());
    }
  }

  private KernelEstimate estimate(
      SampleSeries series, Spread replicates, SampleSeries diagonal, MeanWeight weight) {
    Moments moments = Moments.of(series.values());
    SampleShape shape = shape(series, moments, weight);
    double confidence = estimation.bootstrap().confidence();
    return KernelEstimate.of(
        ScaledNumber.of(moments.mean(), series.exponent()),
        ScaledNumber.of(moments.meanError(), series.exponent()),
        confidence,
        shape,
        ratio(series, moments, shape, replicates),
        OffDiagonal.of(series, diagonal, confidence));
  }

  private RatioEstimate ratio(
      SampleSeries series, Moments moments, SampleShape shape, Spread replicates) {
    return series.isConstant() && moments.mean() != 0
        ? RatioEstimate.ofConstant(kind.ratioOfConstant(series.size()))
        : RatioEstimate.of(
            kind.ratio(new Resample(series.terms())),
            replicates,
            series.size() - 1L,
            shape,
            estimation);
  }

  private static SampleShape shape(SampleSeries series, Moments moments, MeanWeight weight) {
    double largest = 0;
    double sum = 0;
    for (double square : series.terms().squares()) {
      largest = Math.max(largest, square);
      sum += square;
    }
    double[] values = series.values();
    boolean oneSign =
        Arrays.stream(values).allMatch(t -> t >= 0) || Arrays.stream(values).allMatch(t -> t <= 0);
    return new SampleShape(
        values.length,
        effective(series.terms().squares(), largest, sum),
        largest / sum,
        oneSign,
        Math.abs(moments.mean()) / moments.meanError(),
        Tail.of(series.logs(), oneSign),
        series.isWeighted(),
        weight);
  }

  /** In units of the largest square, as squares of squares may be beyond a double. */
  private static double effective(double[] squares, double largest, double sum) {
    double fourth = 0;
    for (double square : squares) {
      fourth += (square / largest) * (square / largest);
    }
    return (sum / largest) * (sum / largest) / fourth;
  }
}
