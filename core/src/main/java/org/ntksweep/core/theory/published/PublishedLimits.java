package org.ntksweep.core.theory.published;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.theory.exact.Limits;
import org.ntksweep.core.theory.exact.PhiFunction;

/**
 * The limits of the dispersion as published by Seleznova and Kutyniok (ICML 2022), Theorem 3.1.
 * Kept for comparison: at the edge of chaos and in the chaotic phase they are too small, see {@link
 * Limits}. They are the integrals given there with {@code e^t} (Lemma A.4) in place of {@code s(t)
 * = (2/3) e^{-t} + (1/3) e^{5t}}; the two agree to first order in t alone.
 *
 * <p>Range and errors are those of {@link Limits}.
 */
public final class PublishedLimits {
  private PublishedLimits() {}

  /** The published limit at {@code sigma_w2}, standard parametrization. */
  public static double ratio(double sigmaW2, double lambda, double alpha0) {
    Limits.requireNotNegative("sigma_w2", sigmaW2);
    if (Limits.isEdgeOfChaos(sigmaW2)) {
      return edgeOfChaos(lambda, alpha0);
    }
    return sigmaW2 > 2 ? chaotic(lambda) : ordered(lambda);
  }

  /**
   * The published limit for the {@code lambda = L / M} and {@code alpha_0 = n_0 / M} of a network.
   * Equation (9) is a sum over the parts of the kernel, of which that of the weights is
   * proportional to {@code |x|^2}; alone it has the limit (8) in every phase.
   *
   * @return empty unless Theorem 3.1 speaks of the law: ReLU, sigma_b2 = 0, standard
   *     parametrization, sigma_w2 not 0, and hidden layers, all of one width
   */
  public static OptionalDouble ratio(Network network) {
    if (network.parametrization() != Parametrization.STANDARD || Limits.ratio(network).isEmpty()) {
      return OptionalDouble.empty();
    }
    double width = network.widths().hiddenWidth().orElseThrow();
    double lambda = network.depth() / width;
    return OptionalDouble.of(
        network.biasFactor() == 0
            ? chaotic(lambda)
            : ratio(network.sigmaW2(), lambda, Limits.biasShare(network)));
  }

  /** Equation (10), for {@code sigma_w2 < 2}: 1. */
  public static double ordered(double lambda) {
    return Limits.ordered(lambda);
  }

  /**
   * Equation (8), for {@code sigma_w2 > 2}: {@code e^{5 lambda} / (2 lambda) (1 - (1 - e^{-4
   * lambda}) / (4 lambda))}, which is {@code 2 e^{5 lambda} phi(-4 lambda)}.
   */
  public static double chaotic(double lambda) {
    Limits.requireNotNegative("lambda", lambda);
    return Limits.exceedsRange(lambda) ? Double.POSITIVE_INFINITY : weights(lambda);
  }

  /**
   * Equation (9), for {@code sigma_w2 = 2}; equation (41) is the same number. Sorted by powers of
   * alpha_0 it is {@code (W + alpha_0 (WB + B) + alpha_0^2 B) / (1 + alpha_0)^2} with equation (8)
   * for W, {@code (5 phi(5 lambda) - phi(lambda)) / 2} for WB and {@code 2 phi(5 lambda)} for B.
   */
  public static double edgeOfChaos(double lambda, double alpha0) {
    Limits.requireNotNegative("lambda", lambda);
    if (Limits.exceedsRange(lambda)) {
      return Double.POSITIVE_INFINITY;
    }
    double mixed = (5 * PhiFunction.phi2(5 * lambda) - PhiFunction.phi2(lambda)) / 2;
    return Limits.ofParts(weights(lambda), mixed, Limits.biases(lambda), alpha0);
  }

  private static double weights(double lambda) {
    return 2 * Elementary.exp(5 * lambda) * PhiFunction.phi2(-4 * lambda);
  }
}
