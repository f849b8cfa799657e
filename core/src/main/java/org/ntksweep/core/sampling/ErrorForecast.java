package org.ntksweep.core.sampling;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.theory.exact.ExactMoments;

/**
 * How far off the ratio {@code r = E[Theta^2] / E[Theta]^2} of the diagonal will be when it is
 * estimated from networks, before they are drawn: the variance of {@code log r} that one network
 * would leave, to be divided by their number. It is that of {@code w Theta^2 / E[Theta^2] - 2 w
 * Theta / E[Theta]} with a log-normal Theta of that ratio, and
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
  /** The size of the pilot, and the seed of its own streams. */
  private static final int PILOT = 100;

  private static final long PILOT_SEED = 0x70696c6f74L;

  /** The step of the quadrature over a standard normal number, and how far it goes. */
  private static final double STEP = 1.0 / 16;

  private static final double TAIL = 9;

  /** The forecast for a ratio that is known. */
  public static ErrorForecast ofLogRatio(double logRatio) {
    double excess = Elementary.expm1(Math.min(logRatio, 700));
    double plain = excess * excess * (2 + excess * (4 + excess));
    return new ErrorForecast(logRatio, plain, sizeBiased(logRatio));
  }

  /**
   * The forecast for a law at its inputs' norm: from the exact ratio where it is known, else from a
   * pilot of 100 size-biased networks, which are not among those of any sweep.
   *
   * @return plain where the kernel is 0
   * @throws IllegalArgumentException if there are no size-biased networks of the law
   */
  public static ErrorForecast of(Network law) {
    OptionalDouble exact = exactLogRatio(law);
    return ofLogRatio(exact.isPresent() ? exact.getAsDouble() : pilotLogRatio(law));
  }

  private static OptionalDouble exactLogRatio(Network law) {
    if (!ExactMoments.applyTo(law)) {
      return OptionalDouble.empty();
    }
    double logRatio = ExactMoments.of(law).logRatio();
    return OptionalDouble.of(Double.isNaN(logRatio) ? 0 : logRatio);
  }

  private static double pilotLogRatio(Network law) {
    Inputs inputs = Inputs.of(law);
    KernelMatrix kernel = new KernelMatrix(1);
    double[] logTheta = new double[PILOT];
    double[] weight = new double[PILOT];
    double largest = Double.NEGATIVE_INFINITY;
    try (KernelSampler sampler =
        SamplerKind.CONDITIONED.of(law, inputs, VarianceReduction.SIZE_BIASED)) {
      for (int s = 0; s < PILOT; s++) {
        sampler.sample(PILOT_SEED, s, kernel);
        logTheta[s] = kernel.logAbsTheta(0, 0);
        weight[s] = Elementary.exp(kernel.logWeight());
        largest = Math.max(largest, logTheta[s]);
      }
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    double total = 0;
    double sum = 0;
    double squares = 0;
    for (int s = 0; s < PILOT; s++) {
      double theta = Elementary.exp(logTheta[s] - largest);
      total += weight[s];
      sum += weight[s] * theta;
      squares += weight[s] * theta * theta;
    }
    // Divided by the weights' sum, so that it is at least 1 in the ordered phase too.
    return Math.max(0, Elementary.log(squares) + Elementary.log(total) - 2 * Elementary.log(sum));
  }

  /** Which networks leave the smaller error. */
  public VarianceReduction better() {
    return sizeBiased < plain ? VarianceReduction.SIZE_BIASED : VarianceReduction.NONE;
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
