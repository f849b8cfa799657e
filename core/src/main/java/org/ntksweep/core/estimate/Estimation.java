package org.ntksweep.core.estimate;

import java.io.Serializable;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.ratio.SumsFormula;

/**
 * How the samples of a point become estimates: by which estimator, with which errors, and whether
 * they are gathered in one place ({@link KernelEstimator}) or reduced where they are drawn, to a
 * summary.
 *
 * @param estimator the estimator of the ratio
 * @param bootstrap its errors; of it, {@link RatioEstimator#DEBIASED} takes seed and confidence
 * @param interval the kind of its intervals; {@link RatioEstimator#DEBIASED} has no percentiles,
 *     and its normal interval stands in
 */
public record Estimation(RatioEstimator estimator, Bootstrap bootstrap, RatioInterval interval)
    implements Serializable {
  private static final long serialVersionUID = 2;

  /** Up to so many samples of a point are gathered, whatever the estimator, debiased apart. */
  public static final long ALWAYS_GATHERED = SumsFormula.ALWAYS_GATHERED;

  /** The most samples of a point for an estimator that cannot do without gathering them. */
  public static final long MOST_GATHERED = 10_000_000;

  /** The most samples of a point at all: sums stay exact up to there. */
  public static final long MOST_STREAMED = 1L << 34;

  /** With the interval that holds best, {@link RatioInterval#LOG_NORMAL}. */
  public Estimation(RatioEstimator estimator, Bootstrap bootstrap) {
    this(estimator, bootstrap, RatioInterval.LOG_NORMAL);
  }

  /** Whether that many samples of a point are reduced where they are drawn, not gathered. */
  public boolean streams(long samples) {
    return estimator.kind().streams(samples);
  }

  /** The most samples of a point that may be asked for. */
  public long mostSamples() {
    return streams(MOST_STREAMED) ? MOST_STREAMED : MOST_GATHERED;
  }

  /**
   * How many samples are drawn when {@code wanted} are asked for: as many, except that debiased
   * takes whole replicates, at least two.
   */
  public long samplesFor(long wanted) {
    return estimator.kind().samplesFor(bootstrap.seed(), wanted);
  }

  /**
   * The greatest number at or below {@code sample} with which a range of samples may begin that is
   * summarized by itself. Ranges between cuts give the same bits as the whole, however they are
   * cut.
   *
   * @throws IllegalArgumentException if {@code sample} is negative
   */
  public long floorCut(long sample) {
    return estimator.kind().unitAt(bootstrap.seed(), sample).start();
  }
}
