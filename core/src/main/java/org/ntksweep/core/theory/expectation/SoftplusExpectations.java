package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * Expectations of softplus, {@code log(1 + e^h) = h/2 + log(2 cosh(h/2))}: {@link LogisticPairs}.
 */
final class SoftplusExpectations extends HalfLinearExpectations {
  static final SoftplusExpectations INSTANCE = new SoftplusExpectations();

  private static final double LN_2 = 0x1.62e42fefa39efp-1;

  private SoftplusExpectations() {
    super(LN_2);
  }

  @Override
  public void apply(double[] h, double[] value, double[] slope) {
    KERNELS.softplus(1, h, value, slope, h.length);
  }

  @Override
  double even(Covariance h) {
    LogisticPairs pairs = new LogisticPairs(h);
    double[] terms = pairs.angles();
    for (int i = 0; i < terms.length; i++) {
      terms[i] = Math.fma(h.q12(), terms[i], pairs.root[i]);
    }
    return pairs.mean(terms);
  }

  @Override
  double evenDifference(Covariance h) {
    LogisticPairs pairs = new LogisticPairs(h);
    return pairs.mean(pairs.differences(new LogisticPairs(h.first())));
  }

  @Override
  double evenSlopes(Covariance h) {
    LogisticPairs pairs = new LogisticPairs(h);
    return pairs.mean(pairs.angles());
  }

  @Override
  double evenGrowth(double q) {
    LogisticPairs pairs = new LogisticPairs(Covariance.same(q));
    double[] terms = pairs.angles();
    double[] sums = pairs.sums();
    for (int i = 0; i < terms.length; i++) {
      double p = pairs.product[i];
      double bend = q * (2 * pairs.ab[i] + sums[i] * q) + sums[i] * p;
      terms[i] += bend / (2 * pairs.root[i] * p);
    }
    return pairs.mean(terms);
  }

  /** {@inheritDoc} It grows ever faster, towards the 1/2 of ReLU. */
  @Override
  public double inflection() {
    return Double.POSITIVE_INFINITY;
  }
}
