package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * Expectations of silu, {@code h / (1 + e^-h) = h/2 + h tanh(h/2) / 2}: gelu's, of any scale, over
 * the pairs of {@link LogisticPairs}. With {@code g = a/(a + q1) + b/(b + q2)}, a pair has
 *
 * <pre>
 * E[phi phi]   q12 alpha + (area^2 + q12^2 g) / sqrt(D) = q12 alpha + sqrt(D) - g sqrt(D) + ab / sqrt(D)
 * E[phi' phi'] alpha + q12 (g + ab / D) / sqrt(D)
 * </pre>
 */
final class SiluExpectations extends HalfLinearExpectations {
  static final SiluExpectations INSTANCE = new SiluExpectations();

  private SiluExpectations() {
    super(0);
  }

  @Override
  public void apply(double[] h, double[] value, double[] slope) {
    KERNELS.silu(1, h, value, slope, h.length);
  }

  @Override
  double even(Covariance h) {
    LogisticPairs pairs = new LogisticPairs(h);
    double[] terms = pairs.angles();
    double[] shares = pairs.shares();
    double area2 = h.area() * h.area();
    double q12 = h.q12();
    for (int i = 0; i < terms.length; i++) {
      terms[i] = q12 * terms[i] + (area2 + q12 * q12 * shares[i]) / pairs.root[i];
    }
    return pairs.mean(terms);
  }

  @Override
  double evenDifference(Covariance h) {
    LogisticPairs pairs = new LogisticPairs(h);
    LogisticPairs same = new LogisticPairs(h.first());
    double[] terms = pairs.differences(same);
    double[] shares = pairs.shares();
    double area2 = h.area() * h.area();
    for (int i = 0; i < terms.length; i++) {
      double s = same.root[i];
      double m = pairs.root[i];
      terms[i] += area2 / (s + m) * (shares[i] + pairs.ab[i] / (s * m));
    }
    return pairs.mean(terms);
  }

  @Override
  double evenSlopes(Covariance h) {
    LogisticPairs pairs = new LogisticPairs(h);
    double[] terms = pairs.angles();
    double[] shares = pairs.shares();
    for (int i = 0; i < terms.length; i++) {
      double m = pairs.root[i];
      terms[i] += h.q12() * (shares[i] + pairs.ab[i] / (m * m)) / m;
    }
    return pairs.mean(terms);
  }

  @Override
  double evenGrowth(double q) {
    LogisticPairs pairs = new LogisticPairs(Covariance.same(q));
    double[] terms = pairs.angles();
    double[] sums = pairs.sums();
    for (int i = 0; i < terms.length; i++) {
      double sum = sums[i];
      double ab = pairs.ab[i];
      double p = pairs.product[i];
      double s = pairs.root[i];
      double bend = q * q * (2 * ab + sum * q);
      double grown = q * (4 * ab + 3 * sum * q);
      double damped = bend * (sum / (2 * s * s) + (sum + 2 * q) / p);
      terms[i] += (q * (ab + 0.5 * sum * q) + grown - damped) / (s * p);
    }
    return pairs.mean(terms);
  }

  /** {@inheritDoc} By its second derivative in 30 digits; growth is 0.53 there. */
  @Override
  public double inflection() {
    return 0x1.cd21cbea45455p3;
  }
}
