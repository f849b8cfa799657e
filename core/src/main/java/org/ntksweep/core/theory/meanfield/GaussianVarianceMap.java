package org.ntksweep.core.theory.meanfield;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.ActivationKind.Growth;
import org.ntksweep.core.theory.expectation.GaussianExpectations;

/** The map of the variances of normal pre-activations. */
record GaussianVarianceMap(Activation activation, double sigmaW2, double sigmaB2)
    implements VarianceMap {

  @Override
  public double next(double q) {
    return sigmaW2 * phi().square(q) + sigmaB2;
  }

  @Override
  public double slopeAt(double q) {
    return sigmaW2 * phi().growth(q);
  }

  @Override
  public double gain(double q) {
    return sigmaW2 * phi().squaredSlope(q);
  }

  @Override
  public OptionalDouble limit(double start) {
    if (activation.isPositivelyHomogeneous()) {
      return homogeneousLimit();
    }
    double inflection = phi().inflection();
    if (Double.isInfinite(inflection)) {
      return OptionalDouble.of(growingLimit());
    }
    return OptionalDouble.of(inflection > 0 ? limitFrom(start, inflection) : concaveLimit());
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

  /**
   * The map is concave: its ratio to q decreases, and passes 1 at the limit of every positive
   * variance, unless the activation grows and the slope stays above 1.
   */
  private double concaveLimit() {
    if (next(0) == 0 && slopeAt(0) <= 1 + ROUNDING) {
      return 0;
    }
    return activation.kind().growth() == Growth.LINEAR ? growingLimit() : root();
  }

  /**
   * The map of an activation that lies above ReLU's, and convex or concave: where the slope ends at
   * 1 or more there is no fixed point, else there is one.
   */
  private double growingLimit() {
    return slopeAt(Double.POSITIVE_INFINITY) >= 1 ? Double.POSITIVE_INFINITY : root();
  }

  private double root() {
    return PositiveRoot.of(this::excess, Math.min(sigmaW2 + sigmaB2, LARGEST));
  }

  /** The map is convex up to an inflection and concave beyond, and has up to three fixed points. */
  private double limitFrom(double start, double inflection) {
    double change = next(start) - start;
    if (Math.abs(change) <= ROUNDING * start) {
      return start;
    }
    return change > 0 ? above(start, inflection) : below(start, inflection);
  }

  /** The first fixed point above a variance that grows, infinite if there is none. */
  private double above(double start, double inflection) {
    if (start < inflection && slopeAt(start) < 1) {
      // The distance of the map from q falls up to a valley.
      double valley =
          slopeAt(inflection) <= 1
              ? inflection
              : PositiveRoot.between(q -> 1 - slopeAt(q), start, inflection);
      if (next(valley) <= valley) {
        return PositiveRoot.between(this::excess, start, valley);
      }
    }
    // Beyond the inflection that distance ends below 0 if the slope ends below 1.
    return slopeAt(Double.POSITIVE_INFINITY) >= 1
        ? Double.POSITIVE_INFINITY
        : PositiveRoot.of(this::excess, Math.max(start, inflection));
  }

  /** The first fixed point below a variance that shrinks. */
  private double below(double start, double inflection) {
    if (start > inflection && slopeAt(start) < 1) {
      double peak =
          slopeAt(inflection) <= 1
              ? inflection
              : PositiveRoot.between(q -> slopeAt(q) - 1, inflection, start);
      if (next(peak) >= peak) {
        return PositiveRoot.between(this::excess, peak, start);
      }
    }
    return next(0) == 0 ? 0 : PositiveRoot.of(this::excess, Math.min(start, inflection));
  }

  private double excess(double q) {
    return next(q) / q - 1;
  }

  private GaussianExpectations phi() {
    return GaussianExpectations.of(activation);
  }
}
