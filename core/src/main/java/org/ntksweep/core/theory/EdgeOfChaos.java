package org.ntksweep.core.theory;

import org.ntksweep.core.network.Activation;

/**
 * The curve {@code sigma_w2(sigma_b2)} on which {@code chi_1 = 1} (Poole et al. 2016, Schoenholz et
 * al. 2017).
 */
public final class EdgeOfChaos {
  private EdgeOfChaos() {}

  /**
   * The weight variance that is critical with a bias variance: 2 for ReLU and 1 for linear
   * networks, whatever the biases. For the others the curve has a parameter, the variance q that
   * the layers keep:
   *
   * <pre>
   * sigma_w2 = 1 / E[phi'(sqrt(q) z)^2],   sigma_b2 = q - sigma_w2 E[phi(sqrt(q) z)^2]
   * </pre>
   *
   * @param sigmaB2 finite, at least 0
   * @throws IllegalArgumentException if {@code sigmaB2} is out of range
   */
  public static double sigmaW2(Activation activation, double sigmaB2) {
    if (!(sigmaB2 >= 0) || Double.isInfinite(sigmaB2)) {
      throw new IllegalArgumentException("sigma_b2 " + sigmaB2 + ": must be finite and at least 0");
    }
    GaussianExpectations phi = GaussianExpectations.of(activation);
    if (activation.isPositivelyHomogeneous()) {
      return 1 / phi.squaredSlope(1);
    }
    double q = sigmaB2 == 0 ? 0 : keptVariance(phi, sigmaB2);
    return 1 / phi.squaredSlope(q);
  }

  private static double keptVariance(GaussianExpectations phi, double sigmaB2) {
    return PositiveRoot.of(q -> sigmaB2 - (q - phi.square(q) / phi.squaredSlope(q)), sigmaB2);
  }
}
