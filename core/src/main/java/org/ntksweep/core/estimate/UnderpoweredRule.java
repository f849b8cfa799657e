package org.ntksweep.core.estimate;

import org.ntksweep.core.estimate.bootstrap.Spread;

/**
 * When the interval of a ratio cannot be trusted. What decides is known beforehand or sees the tail
 * coming, so that a tail the samples missed does not make them look better: below 50 samples, an
 * interval that is undefined or reaches zero, and
 *
 * <ul>
 *   <li>of plain samples, fewer than a relative standard error of 10 % takes: by the exact moments
 *       of the law where they are known, else of log-normal samples with that ratio or, if it is
 *       larger, that scatter of {@code log |t|} ({@link Tail});
 *   <li>of samples with weights, an effective number below 12 or a mean weight that is not 1.
 * </ul>
 */
final class UnderpoweredRule {
  private static final int FEWEST_SAMPLES = 50;

  /** Calibrated together with {@link RatioInterval#LOG_NORMAL}. */
  private static final double LARGEST_ERROR = 0.1;

  private static final double FEWEST_EFFECTIVE = 12;

  private UnderpoweredRule() {}

  /** Whether an estimate is flagged of which nothing is known but its samples. */
  static boolean flags(SampleShape samples, double ratio, Spread spread) {
    boolean tail =
        samples.weighted()
            ? !(samples.effective() >= FEWEST_EFFECTIVE) || samples.weight().isOff()
            : samples.tail().relativeError(ratio, spread.error() / ratio, samples.size())
                > LARGEST_ERROR;
    return tail || isMeaningless(samples.size(), spread.low());
  }

  /**
   * Whether an estimate from plain samples of a known law is flagged.
   *
   * @param needed how many samples a relative standard error of 10 % takes
   */
  static boolean flagsKnown(double needed, long samples, double low) {
    return !(samples >= needed) || isMeaningless(samples, low);
  }

  private static boolean isMeaningless(long samples, double low) {
    return samples < FEWEST_SAMPLES || !(low > 0);
  }
}
