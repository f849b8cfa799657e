package org.ntksweep.core.estimate;

import java.io.Serializable;

/**
 * How the samples of a point become estimates: by which estimator, with which errors, and whether
 * they are gathered in one place ({@link KernelEstimator}) or reduced where they are drawn ({@link
 * KernelSummary}).
 *
 * @param estimator the estimator of the ratio
 * @param bootstrap its errors; of it, {@link RatioEstimator#DEBIASED} takes seed and confidence
 */
public record Estimation(RatioEstimator estimator, Bootstrap bootstrap) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Up to so many samples of a point are gathered, whatever the estimator, debiased apart. */
  public static final long ALWAYS_GATHERED = 1L << 17;

  /** The most samples of a point for an estimator that cannot do without gathering them. */
  public static final long MOST_GATHERED = 10_000_000;

  /** The most samples of a point at all: sums stay exact up to there. */
  public static final long MOST_STREAMED = 1L << 34;

  /** Whether that many samples of a point are reduced where they are drawn, not gathered. */
  public boolean streams(long samples) {
    return switch (estimator) {
      case DEBIASED -> true;
      case PLUG_IN, U_RATIO -> samples > ALWAYS_GATHERED;
      case LEAVE_ONE_OUT, PUBLISHED, JACKKNIFE -> false;
    };
  }

  /** The most samples of a point that may be asked for. */
  public long mostSamples() {
    return streams(MOST_STREAMED) ? MOST_STREAMED : MOST_GATHERED;
  }

  /**
   * How many samples are drawn when {@code wanted} are asked for: as many, except that debiased
   * takes whole replicates. Their number, at least 2, is fixed by the expected cost of one, not by
   * what they turn out to cost, which keeps the estimate unbiased.
   */
  public long samplesFor(long wanted) {
    if (estimator != RatioEstimator.DEBIASED) {
      return wanted;
    }
    long replicates = Math.max(2, Math.round(wanted / ReplicateLengths.EXPECTED));
    return replicateLengths().samplesOf(replicates);
  }

  /**
   * The greatest number at or below {@code sample} with which a stretch of samples may begin that
   * is summarized by itself. Stretches between cuts give the same bits as the whole, however they
   * are cut.
   *
   * @throws IllegalArgumentException if {@code sample} is negative
   */
  public long floorCut(long sample) {
    return unitAt(sample).start();
  }

  Unit unitAt(long sample) {
    if (sample < 0) {
      throw new IllegalArgumentException("sample " + sample + ": must be at least 0");
    }
    return estimator == RatioEstimator.DEBIASED
        ? replicateLengths().at(sample)
        : Unit.ofBootstrap(sample);
  }

  private ReplicateLengths replicateLengths() {
    return ReplicateLengths.of(bootstrap.seed());
  }
}
