package org.ntksweep.core.theory;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.exact.ExactMoments;

/**
 * What a dispersion {@code r = E[Theta^2] / E[Theta]^2} of the kernel means for those who use it.
 */
public final class Dispersion {
  private Dispersion() {}

  /**
   * How many samples estimate r to a relative standard error.
   *
   * @param relativeVariance N times the relative variance of the estimate from N samples, for plain
   *     ones {@link ExactMoments#relativeVarianceOfRatio}; at least 0
   * @param relativeError above 0
   * @return at least 2; infinite if the variance is
   */
  public static double samplesFor(double relativeVariance, double relativeError) {
    return Math.max(2, Math.ceil(relativeVariance / (relativeError * relativeError)));
  }

  /**
   * The smallest depth at which the exact ratio of networks of this law and hidden width exceeds a
   * bound.
   *
   * @return empty if the ratio is not known, hidden widths differ, or it stays below up to 20 times
   *     the width
   */
  public static OptionalInt depthBeyond(double bound, Network network) {
    return ExactMoments.applyTo(network) && network.widths().hiddenWidth().isPresent()
        ? RatioBounds.firstDepthBeyond(network, bound)
        : OptionalInt.empty();
  }

  /** {@code sqrt(r - 1)}: the standard deviation of the kernel in units of its mean. */
  public static OptionalDouble relativeDeviation(OptionalDouble ratio) {
    return ratio.isPresent()
        ? OptionalDouble.of(Math.sqrt(Math.max(0, ratio.getAsDouble() - 1)))
        : OptionalDouble.empty();
  }
}
