package org.ntksweep.core.estimate;

import org.ntksweep.core.number.LogNormal;
import org.ntksweep.core.number.ScaledNumber;

/**
 * How heavy a tail samples can be expected to have, whether or not it has shown: that of log-normal
 * samples with this variance of {@code log |t|}, which kernels of deep networks nearly are.
 *
 * @param ratio {@code E[t^2] / E[t]^2} of such samples; of both signs, that of the scale they are a
 *     normal number times; at least 1
 * @param oneSign whether the samples are all on one side of 0
 */
public record Tail(double ratio, boolean oneSign) {
  /** No tail at all: all samples are the same number. */
  public static final Tail NONE = new Tail(1, true);

  /** The variance of {@code log |z|} of a standard normal number. */
  private static final double OF_NORMAL = Math.PI * Math.PI / 8;

  /** The tail to expect of samples with that scatter of logarithms. */
  public static Tail of(LogScatter logs, boolean oneSign) {
    double variance = logs.variance();
    double ofScale = oneSign ? variance : Math.max(0, variance - OF_NORMAL);
    return new Tail(ScaledNumber.exp(ofScale).value() / logs.shareNotZero(), oneSign);
  }

  /**
   * The relative standard error to expect of a ratio from samples of this tail.
   *
   * @param ratio the ratio, as far as it is known; where samples have one sign a larger one means a
   *     heavier tail
   * @param measured the relative standard error as the samples see it
   */
  double relativeError(double ratio, double measured, long samples) {
    double heaviest = oneSign ? Math.max(ratio, this.ratio) : this.ratio;
    double expected = Math.sqrt(Math.max(0, LogNormal.relativeVarianceOfRatio(heaviest)) / samples);
    return oneSign ? expected : Math.max(expected, measured);
  }
}
