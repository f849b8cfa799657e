package org.ntksweep.core.theory.exact;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.number.ScaledNumber;

/**
 * What the first step of gradient descent does to the kernel {@code Theta(x, x)} of the input it is
 * taken on, on the average over networks.
 *
 * <p>With loss {@code (f - y)^2 / 2} and rate eta, {@code dTheta = -eta (f - y) K} to first order,
 * K as in {@link MomentRecursion}. A target y that does not depend on the weights drops out of the
 * mean, K being odd in the last layer's, and {@code E[dTheta] = -eta E[f K]} is below 0: the mean
 * kernel shrinks. The largest stable rate on one input is {@code 2 / Theta}; at the rate {@code 1 /
 * E[Theta]} the relative change is {@code -g},
 *
 * <pre>g = E[f K] / E[Theta]^2</pre>
 *
 * <p>This is of networks whose neurons keep their signs, and half the difference of a step and one
 * the other way. A kernel of ReLU jumps where a neuron crosses its kink. Its own share in the
 * residual moves an active neuron alone, so a true step turns off more neurons than it turns on, in
 * proportion to its length and to {@code |f - y|}, and the kernel shrinks by more.
 *
 * <p>It was published as infinite in the chaotic phase (Seleznova and Kutyniok, ICML 2022, Theorem
 * 4.1), at a constant rate; at a stable one it is a finite function of {@code L / M}.
 */
public final class FirstStep {
  private FirstStep() {}

  /**
   * {@code -g} at the network's own widths, exact where {@link ExactMoments} are: ReLU, leaky or
   * not, and the identity, any widths, parametrization and variances, biases drawn or not, trained
   * or not.
   *
   * @return empty if it is not known, or the kernel is 0
   */
  public static OptionalDouble relativeChange(Network law) {
    if (!ExactMoments.applyTo(law)) {
      return OptionalDouble.empty();
    }
    MomentRecursion recursion = new MomentRecursion(law, KernelPart.WHOLE);
    KernelMoments moments = recursion.atDepth(law.depth());
    if (moments.mean() == 0 && moments.logMean() == Double.NEGATIVE_INFINITY) {
      return OptionalDouble.empty();
    }
    ScaledNumber mean = recursion.mean();
    return OptionalDouble.of(0 - recursion.outputTimesStep().over(mean).over(mean).value());
  }

  /**
   * {@code -g} in the limit of infinite depth and width, {@code L / M -> lambda}, {@code n_0 / M ->
   * alpha_0}, for the laws that {@link Limits#ratio(Network)} knows: {@link #chaotic} or {@link
   * #edgeOfChaos}; 0 in the ordered phase, where the output no longer depends on the input.
   *
   * @return empty for other laws
   */
  public static OptionalDouble limit(Network law) {
    if (Limits.ratio(law).isEmpty()) {
      return OptionalDouble.empty();
    }
    double lambda = law.depth() / (double) law.widths().hiddenWidth().getAsInt();
    if (law.biasFactor() == 0 || (law.sigmaW2() > 2 && !Limits.isEdgeOfChaos(law.sigmaW2()))) {
      return OptionalDouble.of(0 - chaotic(lambda));
    }
    return Limits.isEdgeOfChaos(law.sigmaW2())
        ? OptionalDouble.of(0 - edgeOfChaos(lambda, Limits.biasShare(law)))
        : OptionalDouble.of(0);
  }

  /**
   * The limit of g for {@code sigma_w2 > 2}: {@code e^{5 lambda}} less the limit of the ratio,
   * {@code 8 lambda e^{5 lambda} phi_3(-6 lambda)}. About {@code 4 lambda / 3} if lambda is small.
   */
  public static double chaotic(double lambda) {
    Limits.requireNotNegative("lambda", lambda);
    return Limits.exceedsRange(lambda) ? Double.POSITIVE_INFINITY : weights(lambda);
  }

  /**
   * The limit of g for {@code sigma_w2 = 2}, {@code (weights + alpha_0 mixed) / (1 + alpha_0)^2}:
   *
   * <pre>
   * weights = 8 lambda e^{5 lambda} phi_3(-6 lambda)
   * mixed   = (4/3) (e^{5 lambda} phi_2(-5 lambda) - (5 phi_2(5 lambda) + phi_2(-lambda)) / 6)
   * </pre>
   */
  public static double edgeOfChaos(double lambda, double alpha0) {
    Limits.requireNotNegative("lambda", lambda);
    Limits.requireNotNegative("alpha_0", alpha0);
    if (Limits.exceedsRange(lambda)) {
      return Double.POSITIVE_INFINITY;
    }
    double rest = 1 / (1 + alpha0);
    double share = alpha0 == Double.POSITIVE_INFINITY ? 0 : alpha0 * rest;
    return rest * (rest * weights(lambda) + share * mixed(lambda));
  }

  private static double weights(double lambda) {
    return 8 * lambda * Elementary.exp(5 * lambda) * PhiFunction.phi3(-6 * lambda);
  }

  /** Where lambda is small the terms above are nearly equal: their difference, sorted by powers. */
  private static double mixed(double lambda) {
    double grown = Elementary.exp(5 * lambda);
    double difference =
        lambda < 1
            ? lambda
                * (2.5 * (1 + 5 * lambda * PhiFunction.phi2(5 * lambda))
                    - 5 * grown * PhiFunction.phi3(-5 * lambda)
                    - (25 * PhiFunction.phi3(5 * lambda) - PhiFunction.phi3(-lambda)) / 6)
            : grown * PhiFunction.phi2(-5 * lambda)
                - (5 * PhiFunction.phi2(5 * lambda) + PhiFunction.phi2(-lambda)) / 6;
    return 4 * difference / 3;
  }
}
