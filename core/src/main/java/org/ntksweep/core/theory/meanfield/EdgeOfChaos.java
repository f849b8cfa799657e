package org.ntksweep.core.theory.meanfield;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.theory.expectation.GaussianExpectations;

/**
 * The curve {@code sigma_w2(sigma_b2)} on which {@code chi_1 = 1} (Poole et al. 2016, Schoenholz et
 * al. 2017).
 */
public final class EdgeOfChaos {
  private EdgeOfChaos() {}

  /** How far, relative to it, the limit may be from the variance that the curve keeps. */
  private static final double SAME = 1e-3;

  /**
   * The weight variance that is critical with a bias variance: 2 for ReLU, {@code 2 / (1 + leak^2)}
   * for the leaky one and 1 for linear networks, whatever the biases. For the others the curve has
   * a parameter, the variance q that the layers keep:
   *
   * <pre>
   * sigma_w2 = 1 / E[phi'(sqrt(q) z)^2],   sigma_b2 = q - sigma_w2 E[phi(sqrt(q) z)^2]
   * </pre>
   *
   * <p>This is the curve for small variances of the inputs, {@code |x|^2 / n_0} near 0.
   *
   * @param sigmaB2 finite, at least 0
   * @return empty if no weight variance is critical: with gelu and {@code sigma_b2} below 0.173 the
   *     variance that small ones approach jumps as {@code sigma_w2} grows, and {@code chi_1} with
   *     it past 1
   * @throws IllegalArgumentException if {@code sigmaB2} is out of range
   */
  public static OptionalDouble sigmaW2(Activation activation, double sigmaB2) {
    return sigmaW2(activation, sigmaB2, 0);
  }

  /**
   * The same for inputs of any variance, which matters for gelu alone: the critical point counts if
   * the inputs flow to the variance that the curve keeps.
   *
   * @param inputVariance {@code |x|^2 / n_0}, finite, at least 0
   */
  public static OptionalDouble sigmaW2(
      Activation activation, double sigmaB2, double inputVariance) {
    if (!(sigmaB2 >= 0) || Double.isInfinite(sigmaB2)) {
      throw new IllegalArgumentException("sigma_b2 " + sigmaB2 + ": must be finite and at least 0");
    }
    GaussianExpectations phi = GaussianExpectations.of(activation);
    if (activation.isPositivelyHomogeneous()) {
      return OptionalDouble.of(1 / phi.squaredSlope(1));
    }
    if (Double.isInfinite(phi.inflection())) {
      // Its variances grow with sigma_w2, and chi_1 with them, up to where they have no end.
      return OptionalDouble.of(1 / phi.growth(Double.POSITIVE_INFINITY));
    }
    double q = keptVariance(phi, sigmaB2);
    double sigmaW2 = 1 / phi.squaredSlope(q);
    double start = Math.max(sigmaW2 * inputVariance + sigmaB2, 1 / VarianceMap.LARGEST);
    double limit = new GaussianVarianceMap(activation, sigmaW2, sigmaB2).limit(start).orElseThrow();
    return Math.abs(limit - q) <= SAME * q ? OptionalDouble.of(sigmaW2) : OptionalDouble.empty();
  }

  private static double keptVariance(GaussianExpectations phi, double sigmaB2) {
    if (sigmaB2 == 0 && phi.square(0) == 0) {
      return 0;
    }
    double start = sigmaB2 == 0 ? 1 : sigmaB2;
    return PositiveRoot.of(q -> sigmaB2 - (q - phi.square(q) / phi.squaredSlope(q)), start);
  }
}
