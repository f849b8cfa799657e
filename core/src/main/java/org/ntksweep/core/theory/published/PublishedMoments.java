package org.ntksweep.core.theory.published;

import java.util.List;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.theory.exact.DepthRecursion;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;

/**
 * The moments of {@code Theta(x, x)} as published by Seleznova and Kutyniok (ICML 2022, "Neural
 * Tangent Kernel Beyond the Infinite-Width Limit: Effects of Depth and Initialization"), Theorem
 * 3.2, without its terms {@code O(M^{-3/2})}: ReLU, {@code sigma_b2 = 0}, standard parametrization,
 * any widths; |x| = 1 there, and here the part of the weights is proportional to {@code |x|^2}.
 * Kept for comparison: the mean is right (layers a few neurons wide that die apart), the second
 * moment too small, see {@link ExactMoments}.
 *
 * <p>With {@code a = sigma_w2 / 2}, {@code X_(i,j)} the product of {@code 1 + 5/n_k} and {@code
 * C_(i,j)} that of {@code 1 + 1/n_k} over {@code i <= k < j}, the proof (Lemmas A.5, A.6, A.7) has
 *
 * <pre>
 * E[Theta_W]         = a^{L-1} sum over l of n_{l-1} / n_0                                        (11)
 * E[Theta_b]         = sum over l of a^{L-l}                                                      (12)
 * E[Theta_W^2]       = a^{2(L-1)} [ sum over l of (n_{l-1} / n_0)^2 X_(1,L)
 *                      + 2 sum over i &lt; j of (n_{i-1} n_{j-1} / n_0^2) X_(j,L) C_(i,j) X_(1,i) ]   (13)
 * E[Theta_b^2]       = sum over l of a^{2(L-l)} X_(l,L)
 *                      + 2 sum over i &lt; j of a^{2L-i-j} X_(j,L)                                   (14)
 * E[Theta_W Theta_b] = sum over l of a^{2L-l-1} (n_{l-1} / n_0) X_(l,L)
 *                      + sum over i &lt; j of X_(j,L) [ a^{2L-i-1} (n_{j-1} / n_0) C_(i,j)
 *                                                  + a^{2L-j-1} n_{i-1} / n_0 ]                   (15)
 * </pre>
 *
 * <p>Equation (13) is misprinted in the theorem: it lacks the factor 2 before the sum over {@code i
 * < j} and carries {@code X_(1,L) C_(i,j)} where the proof has {@code X_(j,L) C_(i,j) X_(1,i)}. The
 * form of the proof is the one that is used here, and the one that has the limit of Theorem 3.1.
 *
 * <p>The double sums are those of {@link ExactMoments} without their overlap G: taking {@code E[D_i
 * X_{j-1}]} for a product of {@code 1 + 1/n_k} is to forget that {@code J_i^T} and {@code x} are
 * made of the same weights. Moments are kept with exponents of their own: any depth.
 */
public final class PublishedMoments {
  private PublishedMoments() {}

  /** Whether Theorem 3.2 speaks of this law, or equations (11) and (13) of its weights alone. */
  public static boolean applyTo(Network network) {
    return network.activation().equals(Activation.RELU)
        && network.isGaussian()
        && network.sigmaB2() == 0
        && network.parametrization() == Parametrization.STANDARD;
  }

  /**
   * The published moments of the kernel.
   *
   * @throws IllegalArgumentException if the theorem does not speak of this law
   */
  public static KernelMoments of(Network network) {
    return start(network).atDepth(network.depth());
  }

  /**
   * The published moments of all networks that end early: element {@code l - 1} belongs to the
   * widths {@code n_0, ..., n_{l-1}, 1}.
   *
   * @throws IllegalArgumentException if the theorem does not speak of this law
   */
  public static List<KernelMoments> ofEveryDepth(Network network) {
    return start(network).upToDepth(network.depth());
  }

  private static DepthRecursion<KernelMoments> start(Network network) {
    if (!applyTo(network)) {
      throw new IllegalArgumentException(
          "the published moments are for relu, gaussian initialization, sigma_b2 = 0 and the"
              + " standard parametrization");
    }
    return new PublishedRecursion(network);
  }
}
