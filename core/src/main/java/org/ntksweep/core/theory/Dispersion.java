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
   * How many samples estimate r to a relative standard error. The kernel is close to log-normal, of
   * which the relative variance of the plug-in estimate from N samples is about
   *
   * <pre>(r^4 - 4 r^2 + 4 r - 1) / N = (r - 1)^2 (r^2 + 2 r - 1) / N</pre>
   *
   * <p>An order of magnitude: against sampled ReLU networks it is right at ratio 2.9 of width 100,
   * too small by a third at ratio 2 of a network with many more inputs than neurons, and too large
   * by 2 to 9 at ratio 4 of widths 100 to 4, whose tails are lighter than log-normal ones.
   *
   * @param ratio r, at least 1
   * @param relativeError above 0
   * @return at least 2; infinite if r is
   */
  public static double samplesFor(double ratio, double relativeError) {
    double excess = (ratio - 1) / relativeError;
    double samples = excess * excess * (ratio * ratio + 2 * ratio - 1);
    return Math.max(2, Math.ceil(samples));
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
