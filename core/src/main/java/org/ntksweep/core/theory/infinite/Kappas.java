package org.ntksweep.core.theory.infinite;

import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The infinite-width tangent kernel as Seleznova and Kutyniok (2021), "Analyzing finite neural
 * networks: can we trust neural tangent kernel theory?", write it: for inputs of one norm that all
 * have the same cosine,
 *
 * <pre>
 * Theta = alpha M ((kappa_1 - kappa_2) I + kappa_2 1 1^T)
 * alpha M = sum over l from 1 to L-1 of n_l n_{l-1} / M
 * </pre>
 *
 * <p>(Lemma 5.2): the weight part of the kernel in units of alpha M, {@code kappa_1} on and {@code
 * kappa_2} off the diagonal. The bias part is of lower order in the width and left out. M, a mere
 * unit, is {@code n_1} here.
 */
public final class Kappas {
  private final Widths widths;
  private final InfiniteWidthKernel diagonal;
  private final InfiniteWidthKernel offDiagonal;

  private Kappas(Network law, Inputs inputs) {
    widths = law.widths();
    diagonal = InfiniteWidthKernel.of(law, inputs, 0, 0);
    offDiagonal = InfiniteWidthKernel.of(law, inputs, 0, 1);
  }

  /**
   * The kappas of a network at the norm of its inputs, in the standard parametrization whatever its
   * own. The paper's inputs have the squared norm {@code n_0}, 1 a component (appendix E, {@code
   * q^0 = 1}; Figures 5 and 6); with them, if all layers are as wide as the input, the kappas do
   * not depend on the width.
   */
  public static Kappas of(Network network, double cosine) {
    Network standard = network.with(Parametrization.STANDARD);
    return new Kappas(standard, Inputs.of(standard, cosine));
  }

  /**
   * {@code kappa_1} of the network cut off at a depth.
   *
   * @param depth from 2 to the network's; at depth 1 alpha is 0
   */
  public double kappa1(int depth) {
    return inUnits(diagonal, depth);
  }

  /** {@code kappa_2}, likewise. */
  public double kappa2(int depth) {
    return inUnits(offDiagonal, depth);
  }

  private double inUnits(InfiniteWidthKernel kernel, int depth) {
    double unit = 0;
    for (int l = 1; l < depth; l++) {
      unit += (double) widths.at(l) * widths.at(l - 1) / widths.at(1);
    }
    return kernel.atDepth(depth).weightPart().times(1 / unit).value();
  }

  /** {@code kappa_1 / kappa_2}: near 1 the kernel matrix is close to singular. */
  public double ratio(int depth) {
    return diagonal.atDepth(depth).weightPart().dividedBy(offDiagonal.atDepth(depth).weightPart());
  }

  /**
   * The variance {@code q_L} over initializations of an output at initialization.
   *
   * @param depth from 1 to the network's
   */
  public double outputVariance(int depth) {
    return diagonal.atDepth(depth).outputCovariance();
  }

  /**
   * The variance over initializations of an output after training to the end by gradient flow, as
   * far as the kernel stays at its initial, deterministic value (Theorem 5.3):
   *
   * <pre>
   * Var = (1 + A^2 / S)(q_L - q_Lsr) + (A - 1)^2 q_Lsr,   A = S / (kappa_1 / kappa_2 + S - 1)
   * </pre>
   *
   * <p>with {@code q_L} the variance of an output at initialization and {@code q_Lsr} the
   * covariance of two. Exact in the limit for inputs that all have the cosine, for given labels:
   * the variance of random ones is not in it.
   *
   * @param samples the number S of training samples, at least 1
   */
  public double outputVarianceAfterTraining(int depth, int samples) {
    InfiniteWidthEntry pair = offDiagonal.atDepth(depth);
    ScaledNumber onDiagonal = diagonal.atDepth(depth).weightPart();
    return OutputVariance.of(pair, onDiagonal, pair.weightPart(), samples).at(0);
  }
}
