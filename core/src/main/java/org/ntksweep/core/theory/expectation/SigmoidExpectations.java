package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * Expectations of the logistic function, {@code (1 + tanh(h / 2)) / 2}: the products of one odd
 * factor have mean 0, so its covariances are those of {@code tanh(h / 2)} and of a constant.
 */
final class SigmoidExpectations implements GaussianExpectations {
  private static final double QUARTER = 0.25;

  @Override
  public void apply(double[] h, double[] value, double[] slope) {
    KERNELS.sigmoid(h, value, slope, h.length);
  }

  @Override
  public Covariance activations(Covariance h) {
    return ErrorFunctionMixture.HALF_TANH.activations(h).throughLayer(QUARTER, QUARTER);
  }

  @Override
  public double slopes(Covariance h) {
    return QUARTER * ErrorFunctionMixture.HALF_TANH.slopes(h);
  }

  @Override
  public double growth(double q) {
    return QUARTER * ErrorFunctionMixture.HALF_TANH.growth(q);
  }
}
