package org.ntksweep.core.theory;

import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.simd.Elementary;

/**
 * Moments of the kernel of one unit input that are exact at any finite width. They exist for ReLU:
 * the pattern of active neurons is fair coins, independent of the weights once their signs are
 * absorbed into the next layer.
 */
public final class ExactMoments {
  private static final double LN_2 = 0x1.62e42fefa39efp-1;

  /** Layers of at least this width are taken never to die: the chance is below 1e-9. */
  private static final int IMMORTAL_WIDTH = 30;

  /** Sums are brought back to about 1 beyond this magnitude. */
  private static final double LARGE = 0x1p300;

  private ExactMoments() {}

  /** Whether the moments of this law are known. */
  public static boolean applyTo(Network network) {
    return network.activation() == Activation.RELU;
  }

  /**
   * The natural logarithm of {@code E[Theta(x, x)]}, |x| = 1:
   *
   * <pre>
   * E[Theta] = sum over l of a^{L-l} (u_l A_{l-1} + v_l a_l),   a = sigma_w2 / 2,   A_0 = 1,
   * A_l = (sigma_w2 A_{l-1} / n_{l-1} + sigma_b2) n_l / 2
   * </pre>
   *
   * <p>There is no finite-width correction, with one exception: without biases the slopes above a
   * layer without active neurons are 0 (ReLU's slope at 0 is 0 here), so the bias term of a hidden
   * layer counts with the probability a_l that no layer below it is dead.
   *
   * @return negative infinity if the mean is 0
   * @throws IllegalArgumentException if the moments are not known
   */
  public static double logMean(Network network) {
    if (!applyTo(network)) {
      throw new IllegalArgumentException(
          "exact moments are known for relu, not for " + network.activation().label());
    }
    double a = network.sigmaW2() / 2;
    double entering = 1;
    double alive = 1;
    // sum is the kernel of the layers so far, entering is A_{l-1}; both mantissas of the exponent
    // e.
    double sum = 0;
    int e = 0;
    for (int l = 1; l <= network.depth(); l++) {
      double reached = l == network.depth() ? 1 : alive;
      double bias = network.biasFactor() * reached;
      sum = a * sum + network.weightFactor(l) * entering + Math.scalb(bias, -e);
      double variance = network.weightVariance(l) * entering + Math.scalb(network.sigmaB2(), -e);
      entering = variance * network.widths().at(l) / 2;
      alive *= survival(network, l);
      if (sum > LARGE || (sum < 1 / LARGE && sum > 0)) {
        int shift = Math.getExponent(sum);
        sum = Math.scalb(sum, -shift);
        entering = Math.scalb(entering, -shift);
        e += shift;
      }
    }
    return Elementary.log(sum) + e * LN_2;
  }

  private static double survival(Network network, int l) {
    int width = network.widths().at(l);
    return network.sigmaB2() > 0 || width >= IMMORTAL_WIDTH ? 1 : 1 - Math.scalb(1.0, -width);
  }
}
