package org.ntksweep.core.theory.exact;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;

/**
 * The dispersion {@code E[Theta^2] / E[Theta]^2} of the kernel at one input in the limit of
 * infinite depth and width, {@code L / M -> lambda} and {@code n_0 / M -> alpha_0}: ReLU, hidden
 * layers of constant width M, {@code sigma_b2 = 0}. It is the limit of {@link ExactMoments}.
 *
 * <p>Let {@code t} run over the depth in units of M. By {@link MomentRecursion}, {@code E[D_i
 * X_{j-1}]} grows over a distance t by {@code s(t) = (2/3) e^{-t} + (1/3) e^{5t}} and {@code
 * E[D_j^2]} and {@code E[X_i^2]} by {@code e^{5t}}, powers of {@code a = sigma_w2 / 2} apart. The
 * ratio is a mean over pairs of layers {@code x < y}, and with {@code phi(z) = (e^z - 1 - z) / z^2}
 *
 * <pre>
 * W  = (2 / lambda^2) integral of e^{5 (lambda - y)} s(y - x) e^{5x}
 *    = e^{5 lambda} (1 + 4 phi(-6 lambda)) / 3                               weights with weights
 * WB = (2 / lambda^2) integral of e^{5 (lambda - y)} s(y - x)
 *    = (2/3) e^{5 lambda} phi(-5 lambda) + (2/9) (5 phi(5 lambda) + phi(-lambda))
 * B  = (2 / lambda^2) integral of e^{5 (lambda - y)} = 2 phi(5 lambda)       biases
 * </pre>
 *
 * <p>All terms are positive, so that nothing cancels: the relative error is below 1e-13 for lambda
 * up to 20. Every limit is 1 at lambda = 0, and infinite where {@code e^{5 lambda}} exceeds the
 * range of a double. A lambda or alpha_0 that is negative or NaN is refused.
 */
public final class Limits {
  /** The largest exponent {@code 5 lambda} that is evaluated. */
  private static final double LARGEST_EXPONENT = 700;

  /** How far {@code a = sigma_w2 / 2} may be from 1 on the edge of chaos. */
  private static final double EDGE = 1e-9;

  private Limits() {}

  /**
   * The limit at {@code sigma_w2}, standard parametrization: {@link #chaotic} above 2, {@link
   * #edgeOfChaos} at 2 (to 1e-9, so that a rounded 2 is a 2), 1 in the ordered phase below.
   */
  public static double ratio(double sigmaW2, double lambda, double alpha0) {
    requireNotNegative("sigma_w2", sigmaW2);
    if (isEdgeOfChaos(sigmaW2)) {
      return edgeOfChaos(lambda, alpha0);
    }
    return sigmaW2 > 2 ? chaotic(lambda) : ordered(lambda);
  }

  /**
   * The limit for the {@code lambda = L / M} and {@code alpha_0 = n_0 / M} of a network, and the
   * norm of its inputs: as the weight part is proportional to {@code |x|^2}, {@code alpha_0 /
   * |x|^2} stands for alpha_0. Where biases do not count, in the NTK parametrization or because
   * they are not trained, {@code Theta} is the weight part with all layers alike, powers of a drop
   * out, and {@link #chaotic} is the limit in every phase.
   *
   * @return empty unless the activation is ReLU, sigma_b2 is 0, sigma_w2 is not, and there are
   *     hidden layers, all of one width
   */
  public static OptionalDouble ratio(Network network) {
    boolean known =
        network.activation().equals(Activation.RELU)
            && network.isGaussian()
            && network.sigmaB2() == 0
            && network.sigmaW2() > 0;
    if (!known || network.widths().hiddenWidth().isEmpty()) {
      return OptionalDouble.empty();
    }
    double width = network.widths().hiddenWidth().getAsInt();
    double lambda = network.depth() / width;
    return OptionalDouble.of(
        network.biasFactor() == 0
            ? chaotic(lambda)
            : ratio(network.sigmaW2(), lambda, biasShare(network)));
  }

  /** {@code alpha_0 / |x|^2} of a network with hidden layers of one width. */
  public static double biasShare(Network network) {
    double alpha0 = network.widths().inputDim() / (double) network.widths().at(1);
    return alpha0 / network.inputNorm2();
  }

  /** The limit for {@code sigma_w2 < 2}: 1, the kernel is not random. */
  public static double ordered(double lambda) {
    requireNotNegative("lambda", lambda);
    return 1;
  }

  /** The limit W for {@code sigma_w2 > 2}, where the weights of all layers count alike. */
  public static double chaotic(double lambda) {
    requireNotNegative("lambda", lambda);
    return exceedsRange(lambda) ? Double.POSITIVE_INFINITY : weights(lambda);
  }

  /**
   * The limit for {@code sigma_w2 = 2}, {@code (W + alpha_0 (WB + B) + alpha_0^2 B) / (1 +
   * alpha_0)^2}. It is that of the chaotic phase at {@code alpha_0 = 0}.
   */
  public static double edgeOfChaos(double lambda, double alpha0) {
    requireNotNegative("lambda", lambda);
    if (exceedsRange(lambda)) {
      return Double.POSITIVE_INFINITY;
    }
    return ofParts(weights(lambda), weightsWithBiases(lambda), biases(lambda), alpha0);
  }

  /**
   * The ratio of {@code Theta_W + Theta_b}, where the biases have {@code alpha_0} times the mean of
   * the weights.
   */
  public static double ofParts(double weights, double mixed, double biases, double alpha0) {
    requireNotNegative("alpha_0", alpha0);
    double share = alpha0 == Double.POSITIVE_INFINITY ? 1 : alpha0 / (1 + alpha0);
    double rest = 1 / (1 + alpha0);
    return rest * rest * weights + share * (rest * (mixed + biases) + share * biases);
  }

  /** The limit of {@code E[Theta_b^2] / L^2} at {@code sigma_w2 = 2}. */
  public static double biases(double lambda) {
    return 2 * PhiFunction.phi2(5 * lambda);
  }

  /** Whether {@code sigma_w2} is 2, to 1e-9 of it. */
  public static boolean isEdgeOfChaos(double sigmaW2) {
    return Math.abs(sigmaW2 / 2 - 1) <= EDGE;
  }

  /** Whether {@code e^{5 lambda}} is taken for beyond the range of a double. */
  public static boolean exceedsRange(double lambda) {
    return 5 * lambda > LARGEST_EXPONENT;
  }

  /**
   * Refuses a negative number and NaN.
   *
   * @throws IllegalArgumentException if it is one
   */
  public static void requireNotNegative(String name, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(name + " " + value + ": must be at least 0");
    }
  }

  private static double weights(double lambda) {
    return Elementary.exp(5 * lambda) * (1 + 4 * PhiFunction.phi2(-6 * lambda)) / 3;
  }

  private static double weightsWithBiases(double lambda) {
    double grown = Elementary.exp(5 * lambda) * PhiFunction.phi2(-5 * lambda);
    double fresh = (5 * PhiFunction.phi2(5 * lambda) + PhiFunction.phi2(-lambda)) / 3;
    return 2 * (grown + fresh) / 3;
  }
}
