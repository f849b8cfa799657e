package org.ntksweep.core.estimate;

import org.ntksweep.core.estimate.bootstrap.Spread;

/**
 * An estimate of {@code E[Theta^2] / E[Theta]^2}, and how far to trust it.
 *
 * <p>It is withheld, everything NaN and flagged, where
 *
 * <ul>
 *   <li>the formula has no finite value, as for samples of mean 0;
 *   <li>the samples cannot tell their mean from 0 ({@link SampleShape#meanIsKnown});
 *   <li>the number is one that no law has: 0 or less, or below 1 by more than three of its standard
 *       errors. An estimate just below 1 may be noise about 1, of an estimator without bias even
 *       must be: it stays.
 * </ul>
 *
 * @param ratio the estimate; NaN where it is withheld
 * @param spread its error and interval; NaN likewise, or where a replicate is undefined
 * @param underpowered whether the interval cannot be trusted
 */
public record RatioEstimate(double ratio, Spread spread, boolean underpowered) {
  private static final double FAR_BELOW = 3;

  /** What rounding leaves of the difference to 1, for every sample. */
  private static final double ROUNDING = 0x1p-50;

  /** Where there is none. */
  static final RatioEstimate WITHHELD = new RatioEstimate(Double.NaN, Spread.UNDEFINED, true);

  /**
   * The estimate, or {@link #WITHHELD}.
   *
   * @param replicates their standard deviation and percentiles
   * @param freedom degrees of freedom of that deviation
   * @param how which interval
   */
  public static RatioEstimate of(
      double ratio, Spread replicates, long freedom, SampleShape samples, Estimation how) {
    if (!samples.meanIsKnown() || !canBe(ratio, replicates, samples.size())) {
      return WITHHELD;
    }
    Spread spread =
        how.interval().of(ratio, replicates, freedom, samples, how.bootstrap().confidence());
    return new RatioEstimate(ratio, spread, UnderpoweredRule.flags(samples, ratio, spread));
  }

  /** What equal samples say, exactly: they leave no doubt, but rounding would. */
  public static RatioEstimate ofConstant(double ratio) {
    return new RatioEstimate(ratio, new Spread(0, ratio, ratio), false);
  }

  private static boolean canBe(double ratio, Spread spread, long samples) {
    double error = Double.isNaN(spread.error()) ? 0 : spread.error();
    double least = 1 - FAR_BELOW * error - ROUNDING * samples;
    return Double.isFinite(ratio) && ratio > 0 && ratio >= least;
  }

  /** The same, flagged. */
  public RatioEstimate flagged() {
    return new RatioEstimate(ratio, spread, true);
  }
}
