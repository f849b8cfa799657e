package org.ntksweep.core.theory.exact;

import org.ntksweep.core.number.ScaledNumber;

/**
 * The first two moments of a kernel entry {@code Theta(x, x)}. Where a double is too small for a
 * moment its logarithm is still finite. A kernel that is 0 has mean 0 and a ratio that is NaN.
 *
 * @param mean {@code E[Theta]}; infinite or 0 where the range of a double ends
 * @param logMean the natural logarithm of the mean; negative infinity only if the kernel is 0
 * @param ratio the dispersion {@code E[Theta^2] / E[Theta]^2}, at least 1; infinite where the range
 *     of a double ends
 * @param logRatio the natural logarithm of the ratio, at least 0
 */
public record KernelMoments(double mean, double logMean, double ratio, double logRatio) {

  /** From {@code E[Theta]} and {@code E[Theta^2]}. */
  public static KernelMoments of(ScaledNumber mean, ScaledNumber second) {
    if (mean.mantissa() == 0) {
      return new KernelMoments(0, Double.NEGATIVE_INFINITY, Double.NaN, Double.NaN);
    }
    ScaledNumber ratio = second.over(mean).over(mean);
    return new KernelMoments(
        mean.value(), mean.logAbs(), atLeast(1, ratio.value()), atLeast(0, ratio.logAbs()));
  }

  /** By Jensen's inequality; only rounding falls below. */
  private static double atLeast(double bound, double value) {
    return Math.max(bound, value);
  }

  /** The natural logarithm of {@code E[Theta^2]}; negative infinity if the kernel is 0. */
  public double logSecondMoment() {
    return logMean == Double.NEGATIVE_INFINITY ? logMean : 2 * logMean + logRatio;
  }
}
