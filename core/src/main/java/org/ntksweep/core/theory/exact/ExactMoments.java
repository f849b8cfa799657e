package org.ntksweep.core.theory.exact;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.published.PublishedMoments;

/**
 * Moments of the kernel {@code Theta(x, x)} of one input and one output that are exact at any
 * finite width. They exist for positively homogeneous activations, the leaky ReLU with ReLU and the
 * identity at its ends: the pattern of active neurons is fair coins, independent of the weights
 * once signs of pre-activations are absorbed into the next layer. Any widths, variances, input norm
 * and parametrization, biases trained or not; any depth, as the moments are kept with exponents of
 * their own. Rounding errors of mean and ratio are relative, about 1e-16 times the square root of
 * the depth; variances other than 0 are to be between 1e-100 and 1e100.
 *
 * <p>The mean has no finite-width correction. With {@code m} the mean square slope, {@code (1 +
 * leak^2) / 2}, {@code a = sigma_w2 m}, {@code A_0 = |x|^2}:
 *
 * <pre>
 * E[Theta] = sum over l of a^{L-l} (u_l A_{l-1} + v a_l),
 * A_l = (sigma_w2 A_{l-1} / n_{l-1} + sigma_b2) n_l m
 * </pre>
 *
 * <p>where {@code a_l} is 1 but for one exception: in ReLU networks without biases the slopes above
 * a layer without active neurons are 0 (ReLU's slope at 0 is 0 here), so that the bias term of a
 * hidden layer counts with the probability {@code a_l} that no layer below it is dead. The second
 * moment takes the same care. Layers at least 30 wide are taken never to die, an error below 1e-9 a
 * layer.
 *
 * <p>The second moment at {@code sigma_b2 = 0} departs from the published one, {@link
 * PublishedMoments}.
 */
public final class ExactMoments {
  private ExactMoments() {}

  /** Whether the moments of this law are known. */
  public static boolean applyTo(Network network) {
    return network.activation().isPositivelyHomogeneous() && network.isGaussian();
  }

  /**
   * {@code E[Theta(x, x)]}, of other initializations too. The mean needs only that flipping the
   * signs of rows and columns leaves the law of a weight matrix as it is, and of its entries the
   * variances: then signs can be absorbed as before, and D_l and X_{l-1}, which depend on different
   * layers, are independent.
   *
   * @return empty if the activation is not positively homogeneous
   */
  public static OptionalDouble mean(Network network) {
    return network.activation().isPositivelyHomogeneous()
        ? OptionalDouble.of(of(network.with(Initialization.GAUSSIAN)).mean())
        : OptionalDouble.empty();
  }

  /**
   * The moments of the whole kernel.
   *
   * @throws IllegalArgumentException if they are not known
   */
  public static KernelMoments of(Network network) {
    return of(network, KernelPart.WHOLE);
  }

  /**
   * The moments of the kernel or one of its parts.
   *
   * @throws IllegalArgumentException if they are not known
   */
  public static KernelMoments of(Network network, KernelPart part) {
    return start(network, part).atDepth(network.depth());
  }

  /**
   * The first four moments of the kernel or one of its parts.
   *
   * @throws IllegalArgumentException if they are not known
   */
  public static FourMoments upToFourth(Network network, KernelPart part) {
    requireKnown(network);
    return new FourthMomentRecursion(network, part).atDepth(network.depth());
  }

  /**
   * {@link FourMoments#relativeVarianceOfRatio} of the whole kernel: {@code V / N} is the relative
   * variance of an estimate of its ratio from N plain samples.
   *
   * @return at least 0, infinite where the range of a double ends; empty if the moments are not
   *     known or the kernel is 0
   */
  public static OptionalDouble relativeVarianceOfRatio(Network network) {
    return applyTo(network)
        ? upToFourth(network, KernelPart.WHOLE).relativeVarianceOfRatio()
        : OptionalDouble.empty();
  }

  /**
   * {@link #relativeVarianceOfRatio} of all networks that end early, as {@link #ofEveryDepth} has
   * them.
   *
   * @return empty if the moments are not known
   */
  public static List<OptionalDouble> relativeVariancesOfRatio(Network network) {
    return applyTo(network)
        ? new FourthMomentRecursion(network, KernelPart.WHOLE)
            .upToDepth(network.depth()).stream().map(FourMoments::relativeVarianceOfRatio).toList()
        : List.of();
  }

  /**
   * The moments of all networks that end early: element {@code l - 1} belongs to the widths {@code
   * n_0, ..., n_{l-1}, 1}, the last element to the network itself. They cost little more than the
   * last alone.
   *
   * @throws IllegalArgumentException if they are not known
   */
  public static List<KernelMoments> ofEveryDepth(Network network, KernelPart part) {
    return start(network, part).upToDepth(network.depth());
  }

  /**
   * The natural logarithm of {@code E[Theta(x, x)]}; negative infinity if the mean is 0.
   *
   * @throws IllegalArgumentException if the moments are not known
   */
  public static double logMean(Network network) {
    return of(network).logMean();
  }

  private static DepthRecursion<KernelMoments> start(Network network, KernelPart part) {
    requireKnown(network);
    return new MomentRecursion(network, part);
  }

  private static void requireKnown(Network network) {
    if (!applyTo(network)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "exact moments are known for relu, leaky_relu and linear with gaussian"
                  + " initialization, not for %s with %s",
              network.activation().label(),
              network.initialization().label()));
    }
  }
}
