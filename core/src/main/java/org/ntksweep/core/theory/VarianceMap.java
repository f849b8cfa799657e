package org.ntksweep.core.theory;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Activation;

/**
 * The map of pre-activation variances from layer to layer, {@code q to sigma_w2 E[phi(sqrt(q) z)^2]
 * + sigma_b2}.
 */
record VarianceMap(Activation activation, double sigmaW2, double sigmaB2) {
  private static final double ROUNDING = 0x1p-50;

  double next(double q) {
    return sigmaW2 * phi().square(q) + sigmaB2;
  }

  double slopeAt(double q) {
    return sigmaW2 * phi().growth(q);
  }

  /** Where every positive variance ends up; empty if every variance stays what it is. */
  OptionalDouble limit() {
    return activation.isPositivelyHomogeneous() ? homogeneousLimit() : saturatingLimit();
  }

  /** The map is {@code q to slope q + sigma_b2}. */
  private OptionalDouble homogeneousLimit() {
    double slope = slopeAt(1);
    if (slope < 1) {
      return OptionalDouble.of(sigmaB2 / (1 - slope));
    }
    return slope == 1 && sigmaB2 == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.POSITIVE_INFINITY);
  }

  /** The map is concave: its ratio to q decreases, and passes 1 at the limit. */
  private OptionalDouble saturatingLimit() {
    boolean vanishing = sigmaB2 == 0 && slopeAt(0) <= 1 + ROUNDING;
    return OptionalDouble.of(
        vanishing ? 0 : PositiveRoot.of(q -> next(q) / q - 1, sigmaW2 + sigmaB2));
  }

  private GaussianExpectations phi() {
    return GaussianExpectations.of(activation);
  }
}
