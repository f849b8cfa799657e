package org.ntksweep.core.theory.expectation;

/** Expectations of the identity. */
final class LinearExpectations implements GaussianExpectations {
  @Override
  public Covariance activations(Covariance h) {
    return h;
  }

  @Override
  public double slopes(Covariance h) {
    return 1;
  }

  @Override
  public double growth(double q) {
    return 1;
  }
}
