package org.ntksweep.core.sampling;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.theory.exact.ExactMoments;

/**
 * How far off the ratio {@code r = E[Theta^2] / E[Theta]^2} of the diagonal will be when it is
 * estimated from networks, before they are drawn: the variance of {@code log r} that one network
 * would leave, to be divided by their number. It is that of {@code w Theta^2 / E[Theta^2] - 2 w
 * Theta / E[Theta]}; unless more is known, with a log-normal Theta of that ratio, and
 *
 * <pre>
 * w = 1                                                        plain:   r^4 - 4 r^2 + 4 r - 1
 * w = 3 / (1 + Theta / E[Theta] + Theta^2 / E[Theta^2])        size-biased: below 14, whatever r
 * </pre>
 *
 * <p>Below a ratio of 1.3 plain networks leave the smaller error, above it size-biased ones.
 *
 * @param logRatio the logarithm of the ratio it rests on
 * @param plain that variance for plain networks; infinite beyond the range of a double
 * @param sizeBiased that variance for size-biased ones
 */
public record ErrorForecast(double logRatio, double plain, double sizeBiased) {
  /** The step of the quadrature over a standard normal number, and how far it goes. */
  private static final double STEP = 1.0 / 16;

  private static final double TAIL = 9;

  /** The forecast for a ratio that is known, of kernels of which nothing else is. */
  public static ErrorForecast ofLogRatio(double logRatio) {
    return new ErrorForecast(logRatio, plain(logRatio), sizeBiased(logRatio));
  }

  /**
   * The forecast for a law at its inputs' norm, whose ratio is known or forecast. Plain is exact
   * where four moments are.
   */
  public static ErrorForecast of(Network law) {
    double logRatio = RatioForecast.logRatio(law);
    double plain = ExactMoments.relativeVarianceOfRatio(law).orElseGet(() -> plain(logRatio));
    return new ErrorForecast(logRatio, plain, sizeBiased(logRatio));
  }

  /** Which networks leave the smaller error. */
  public VarianceReduction better() {
    return sizeBiased < plain ? VarianceReduction.SIZE_BIASED : VarianceReduction.NONE;
  }

  private static double plain(double logRatio) {
    double excess = Elementary.expm1(Math.min(logRatio, 700));
    return excess * excess * (2 + excess * (4 + excess));
  }

  /**
   * By the trapezoidal rule over a standard normal z: {@code log(Theta / E[Theta]) = sigma z -
   * sigma^2 / 2}, {@code sigma^2 = log r}.
   */
  private static double sizeBiased(double logRatio) {
    double sigma = Math.sqrt(logRatio);
    double mean = 0;
    for (double z = -TAIL; z < 2 * sigma + TAIL; z += STEP) {
      double first = sigma * z - 0.5 * logRatio;
      double second = 2 * first - logRatio;
      double unit = Math.max(0, Math.max(first, second));
      double one = Elementary.exp(first - unit);
      double two = Elementary.exp(second - unit);
      double deviation = two - 2 * one;
      double density = Elementary.exp(unit - 0.5 * z * z) * (STEP / Math.sqrt(2 * Math.PI));
      mean += 3 * deviation * deviation / (Elementary.exp(-unit) + one + two) * density;
    }
    return Math.max(0, mean - 1);
  }
}
