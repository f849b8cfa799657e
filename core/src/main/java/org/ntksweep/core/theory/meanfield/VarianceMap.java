package org.ntksweep.core.theory.meanfield;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.theory.expectation.GaussianExpectations;

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

  /**
   * Where every positive variance ends up, or, where that depends on the variance, where small ones
   * do: the smallest fixed point that attracts them, infinite if there is none. Empty if every
   * variance stays what it is.
   */
  OptionalDouble limit() {
    if (activation.isPositivelyHomogeneous()) {
      return homogeneousLimit();
    }
    double inflection = phi().inflection();
    return OptionalDouble.of(inflection > 0 ? limitOfSmall(inflection) : concaveLimit());
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
  private double concaveLimit() {
    boolean vanishing = next(0) == 0 && slopeAt(0) <= 1 + ROUNDING;
    return vanishing ? 0 : fixedPoint(sigmaW2 + sigmaB2);
  }

  /**
   * The map is convex up to an inflection and concave beyond. Its distance above q decreases up to
   * a valley, increases, and decreases in the end if the slope does not stay above 1.
   */
  private double limitOfSmall(double inflection) {
    if (slopeAt(inflection) <= 1) {
      return fixedPoint(inflection);
    }
    double valley = PositiveRoot.of(q -> 1 - slopeAt(q), inflection);
    if (valley > 0 && next(valley) <= valley) {
      return fixedPoint(valley);
    }
    return slopeAt(Double.POSITIVE_INFINITY) >= 1
        ? Double.POSITIVE_INFINITY
        : fixedPoint(inflection);
  }

  /** Where the map falls below q, searched for from a variance. */
  private double fixedPoint(double start) {
    return PositiveRoot.of(q -> next(q) / q - 1, start);
  }

  private GaussianExpectations phi() {
    return GaussianExpectations.of(activation);
  }
}
