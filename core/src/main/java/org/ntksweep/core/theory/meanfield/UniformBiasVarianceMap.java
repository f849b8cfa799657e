package org.ntksweep.core.theory.meanfield;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.theory.expectation.UniformBiasExpectations;

/**
 * The map of the variances of pre-activations whose biases are uniform: sums of a normal number of
 * the variance {@code q - sigma_b2}, which many weights add up to, and of a bias.
 */
final class UniformBiasVarianceMap implements VarianceMap {
  /** Fixed points are looked for in steps of this factor. */
  private static final double STEP = 1.25;

  private static final int LEAPS = 5;

  /** Beyond so many times the variances that are given every activation is straight or flat. */
  private static final double FAR = 0x1p60;

  private final UniformBiasExpectations phi;
  private final double sigmaW2;
  private final double sigmaB2;

  UniformBiasVarianceMap(Activation activation, double sigmaW2, double sigmaB2) {
    this.sigmaW2 = sigmaW2;
    this.sigmaB2 = sigmaB2;
    phi = new UniformBiasExpectations(activation, sigmaB2);
  }

  @Override
  public double next(double q) {
    return nextOfWeights(ofWeights(q)) + sigmaB2;
  }

  private double ofWeights(double q) {
    return Math.max(q - sigmaB2, 0);
  }

  /** The part of the next variance that weights contribute, by that part of this one. */
  private double nextOfWeights(double s) {
    return sigmaW2 * phi.square(s);
  }

  @Override
  public double slopeAt(double q) {
    double s = ofWeights(q);
    double h = 0x1p-14 * s;
    return (nextOfWeights(s + h) - nextOfWeights(s - h)) / (2 * h);
  }

  @Override
  public double gain(double q) {
    return sigmaW2 * phi.squaredSlope(ofWeights(q));
  }

  @Override
  public OptionalDouble limit(double start) {
    double s = Math.max(start - sigmaB2, sigmaB2 / LARGEST);
    // The map itself never passes a fixed point, and soon has the order of magnitude.
    for (int i = 0; i < LEAPS; i++) {
      s = Math.min(nextOfWeights(s), LARGEST);
    }
    double change = nextOfWeights(s) - s;
    double limit = Math.abs(change) <= ROUNDING * s ? s : change > 0 ? above(s) : below(s);
    return OptionalDouble.of(limit + sigmaB2);
  }

  private double above(double start) {
    double low = start;
    double end = Math.min(FAR * (1 + sigmaW2 + sigmaB2), LARGEST);
    for (double high = start * STEP; high < end; high *= STEP) {
      if (excess(high) <= 0) {
        return PositiveRoot.between(this::excess, low, high);
      }
      low = high;
    }
    return Double.POSITIVE_INFINITY;
  }

  private double below(double start) {
    double high = start;
    for (double low = start / STEP; low > 1 / LARGEST; low /= STEP) {
      if (excess(low) >= 0) {
        return PositiveRoot.between(this::excess, low, high);
      }
      high = low;
    }
    return 0;
  }

  private double excess(double s) {
    return nextOfWeights(s) / s - 1;
  }
}
