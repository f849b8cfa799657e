package org.ntksweep.core.theory.published;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.theory.exact.Limits;

/**
 * The estimate from below of {@code E[Theta(x, y)] / E[Theta(x, x)]} in the ordered phase published
 * by Seleznova and Kutyniok (ICML 2022), equation (18), for wide and deep ReLU networks without
 * biases:
 *
 * <pre>
 * sum over l of a^{L-l} g(rho_{l-1}) ... g(rho_{L-2})  /  sum over l of a^{L-l},   a = sigma_w2 / 2
 * g(t) = (pi/2 + arcsin t) / pi,   rho_0 = &lt;x, y&gt;,   rho_k = r(rho_{k-1})
 * r(t) = (sqrt(1 - t^2) + t (pi/2 + arcsin t)) / pi
 * </pre>
 *
 * <p>It is the share of the biases, which are nearly all of the kernel of a deep network in the
 * ordered phase, at infinite width and unit inputs.
 */
public final class PublishedOffDiagonal {
  private PublishedOffDiagonal() {}

  /**
   * The estimate for inputs of a cosine.
   *
   * @return empty unless it is claimed: laws of {@link PublishedMoments} in the ordered phase, with
   *     trained biases and unit inputs
   */
  public static OptionalDouble of(Network law, double cosine) {
    boolean claimed =
        PublishedMoments.applyTo(law)
            && law.trainable() == Trainable.ALL
            && law.inputNorm2() == 1
            && law.sigmaW2() < 2
            && !Limits.isEdgeOfChaos(law.sigmaW2());
    return claimed
        ? OptionalDouble.of(lowerEstimate(law.sigmaW2(), law.depth(), cosine))
        : OptionalDouble.empty();
  }

  /**
   * The estimate; 1 at depth 1 and at cosine 1. It is defined for every {@code sigma_w2}, but
   * claimed for the ordered phase, {@code sigma_w2 < 2}, alone.
   *
   * @param sigmaW2 the weight variance, at least 0 and finite
   * @param depth the number L of affine layers, at least 1
   * @param cosine {@code <x, y>}, |x| = |y| = 1
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double lowerEstimate(double sigmaW2, int depth, double cosine) {
    if (!(sigmaW2 >= 0 && sigmaW2 < Double.POSITIVE_INFINITY)
        || depth < 1
        || !(Math.abs(cosine) <= 1)) {
      throw new IllegalArgumentException(
          "sigma_w2 " + sigmaW2 + ", depth " + depth + ", cosine " + cosine + ": out of range");
    }
    double a = sigmaW2 / 2;
    double rho = cosine;
    double estimate = 1;
    // The denominator, 1 + a + ... + a^(l-1): the new layer's term is 1 of it.
    double denominator = 1;
    for (int l = 2; l <= depth; l++) {
      denominator = 1 + a * denominator;
      double newest = 1 / denominator;
      estimate = newest + (1 - newest) * slopeCorrelation(rho) * estimate;
      rho = activationCorrelation(rho);
    }
    return estimate;
  }

  /** {@code g(t)}: twice the chance that both of two Gaussians of correlation t are positive. */
  private static double slopeCorrelation(double t) {
    return 0.5 + StrictMath.asin(t) / Math.PI;
  }

  /** {@code r(t)}: the cosine of ReLU of two Gaussians of correlation t. */
  private static double activationCorrelation(double t) {
    double root = Math.sqrt((1 - t) * (1 + t));
    return Math.min(1, root / Math.PI + t * slopeCorrelation(t));
  }
}
