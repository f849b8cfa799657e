package org.ntksweep.core.theory.meanfield;

import org.ntksweep.core.theory.expectation.GaussianExpectations;
import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * The map of correlations from layer to layer, {@code c to w rho(c) + 1 - w}: rho is the
 * correlation of the activations, w the share of the variance that weights contribute; biases,
 * shared by both inputs, contribute the rest.
 *
 * @param phi the activation's expectations
 * @param variance the variance q of pre-activations; 0 means in the limit of small ones
 * @param weightShare w
 * @param isIdentity whether the map keeps every correlation: no biases, and the activation is
 *     linear as far as it is used
 */
record CorrelationMap(
    GaussianExpectations phi, double variance, double weightShare, boolean isIdentity) {

  /** The correlation in the next layer. */
  double next(double c) {
    if (isIdentity) {
      return c;
    }
    double area = variance * Math.sqrt((1 - c) * (1 + c));
    Covariance x =
        phi.activations(new Covariance(variance, variance, variance * c, area, 0).inRange());
    return weightShare * (x.q12() / x.q1()) + (1 - weightShare);
  }

  /** The slope at the correlation {@code 1 - distance}, by Price's theorem. */
  double slopeAt(double distance) {
    if (isIdentity) {
      return 1;
    }
    double slopes = phi.slopes(Covariance.apart(variance, distance).inRange());
    return weightShare * (variance / phi.square(variance)) * slopes;
  }

  /**
   * {@code 1 - c} at the fixed point below 1 that exists when the slope at 1 exceeds 1. The map is
   * convex, so {@code (1 - next(c)) / (1 - c)} increases with c and is 1 there.
   */
  double fixedDistance() {
    // Without biases an odd activation keeps the correlation 0.
    return nextDistance(1) >= 1 ? 1 : PositiveRoot.of(d -> nextDistance(d) / d - 1, 1);
  }

  /** {@code 1 - next(1 - distance)}, with all its digits for small distances. */
  private double nextDistance(double distance) {
    Covariance x = phi.activations(Covariance.apart(variance, distance).inRange());
    return weightShare * x.squaredDistance() / (2 * x.q1());
  }
}
