package org.ntksweep.core.theory;

import org.ntksweep.core.number.Elementary;

/**
 * What networks drawn from a size-biased law, with weights, are worth: positively homogeneous
 * activations, one input, drawn as {@code sampling.sizebiased.SplitLaw} says.
 */
public final class SizeBias {
  /** Beyond, more changes the result by less than 1 %. */
  private static final double LARGEST_LOG_RATIO = 200;

  /** How many standard deviations of log-normal laws are integrated over. */
  private static final double REACH = 8;

  private SizeBias() {}

  /**
   * About N times the relative variance of the estimate {@code (sum w Theta^2 / N) / (sum w Theta /
   * N)^2} of the ratio r from N networks. With {@code t = Theta / E[Theta]} the delta method has
   *
   * <pre>
   * V = E[w t^2 (t / r - 2)^2] - 1,   w = 3 / (1 + t + sum T_l^2 / sum E[T_l^2])
   * </pre>
   *
   * <p>over the law itself; here {@code t^2 / r} stands for the last quotient, which has the same
   * mean 1, and a log-normal law for that of t. What is integrated grows no faster than {@code
   * t^2}, of which the mean is known, so that the tails hardly matter: at 14 laws of width 4 to
   * 200, ratio 1.07 to 1e66, sampled variances are 0.74 to 1.22 times as large.
   *
   * @param ratio at least 1, or infinite
   * @return from 0, at ratio 1, to 14
   */
  public static double relativeVarianceOfRatio(double ratio) {
    double s2 = Math.min(Elementary.log(ratio), LARGEST_LOG_RATIO);
    if (s2 <= 0) {
      return 0;
    }
    double s = Math.sqrt(s2);
    double step = Math.min(s, 1) / 2;
    double first = -0.5 * s2 - REACH * s;
    double last = 1.5 * s2 + REACH * s;
    int steps = (int) ((last - first) / step);
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double x = first + i * step;
      double z = (x - 0.5 * s2) / s;
      double y = Elementary.exp(x - s2);
      double bounded = (y - 2) * (y - 2) / (1 + y + Elementary.exp(-x));
      sum += Elementary.exp(-0.5 * z * z) * bounded;
    }
    return Math.max(0, 3 * sum * step / (s * Math.sqrt(2 * Math.PI)) - 1);
  }
}
