package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.theory.gaussian.Covariance;
import org.ntksweep.core.theory.gaussian.MixtureScales;
import org.ntksweep.core.theory.gaussian.ScalePairs;

/**
 * What the expectations of silu and softplus are sums of. The logistic function is a mixture of
 * normal distribution functions ({@link MixtureScales}), {@code sum of w_i Phi(h / s_i)}, so
 * softplus, its integral, is a mixture of the means of ReLU under a normal noise of scale {@code
 * s_i}. With {@code a = s_i^2}, {@code b = s_j^2}, {@code P = (a + q1)(b + q2)} and {@code D = P -
 * q12^2}, a pair of scales has the arc-cosine kernel at these variances, here without the part that
 * is odd in {@code q12},
 *
 * <pre>
 * q12 alpha + sqrt(D),   alpha = arctan(q12 / sqrt(D))
 * </pre>
 */
final class LogisticPairs {
  private static final MixtureScales SCALES = MixtureScales.ofTanh(2);
  private static final ScalePairs ORDERED = ScalePairs.ordered(SCALES.weights(), SCALES.squares());
  private static final ScalePairs UNORDERED =
      ScalePairs.unordered(SCALES.weights(), SCALES.squares());

  private final ScalePairs pairs;
  private final Covariance h;

  /** {@code sqrt(D)}. */
  final double[] root;

  /** {@code ab}, the {@code P} of variances 0. */
  final double[] ab;

  /** {@code P}. */
  final double[] product;

  LogisticPairs(Covariance h) {
    this.h = h;
    pairs = h.q1() == h.q2() ? UNORDERED : ORDERED;
    root = pairs.roots(h);
    ab = pairs.products(Covariance.same(0));
    product = pairs.products(h);
  }

  int size() {
    return root.length;
  }

  /** The {@code a + b} of pairs for {@code q1 = q2}. */
  double[] sums() {
    return pairs.sums();
  }

  /** {@code a/(a + q1) + b/(b + q2)}. */
  double[] shares() {
    return pairs.shares(h);
  }

  /** {@code alpha}. */
  double[] angles() {
    double[] opposite = new double[size()];
    java.util.Arrays.fill(opposite, h.q12());
    GaussianExpectations.KERNELS.arctan(opposite, root, opposite, size());
    return opposite;
  }

  /** The mean over pairs, over 2 pi. */
  double mean(double[] terms) {
    return 0.25 * pairs.sum(terms);
  }

  /**
   * {@code q alpha(q) + sqrt(D(q)) - q12 alpha - sqrt(D)} for {@code q1 = q2} and {@code q12} of at
   * least 0, written in the turn from one angle to the other: of second order in it, by sums and
   * differences of angles.
   */
  double[] differences(LogisticPairs same) {
    double q = h.q1();
    double r = h.q12();
    double area2 = h.area() * h.area();
    double[] turn = new double[size()];
    double[] cos = new double[size()];
    for (int i = 0; i < turn.length; i++) {
      turn[i] = area2 / (q * root[i] + r * same.root[i]);
      cos[i] = (same.root[i] * root[i] + q * r) / product[i];
    }
    GaussianExpectations.KERNELS.arctan(turn, cos, turn, size());
    double[] angle = same.angles();
    double[] differences = new double[size()];
    for (int i = 0; i < turn.length; i++) {
      double t = turn[i];
      double s = same.root[i];
      double sinMiddle = q * StrictMath.cos(t / 2) - s * StrictMath.sin(t / 2);
      double cosBelow = s * StrictMath.cos(0.75 * t) + q * StrictMath.sin(0.75 * t);
      double bend = 2 * (sinMiddle * minusSin(t / 2) - t * cosBelow * StrictMath.sin(t / 4));
      differences[i] = angle[i] * (area2 / (q + r)) + bend;
    }
    return differences;
  }

  /** {@code x - sin x}, by its series where that is small. */
  static double minusSin(double x) {
    if (x > 0.5) {
      return x - StrictMath.sin(x);
    }
    double term = x * x * x / 6;
    double sum = term;
    for (int k = 5; k <= 17; k += 2) {
      term *= -x * x / ((k - 1) * k);
      sum += term;
    }
    return sum;
  }
}
