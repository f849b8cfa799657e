package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.network.Activation;
import org.ntksweep.core.simd.Kernels;
import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * Expectations of an activation phi over centred Gaussian pre-activations (u, v): all that
 * mean-field theory and the infinite-width kernels need to know of it.
 */
public interface GaussianExpectations {
  /** The inner loops of activations. */
  Kernels KERNELS = Kernels.best();

  /**
   * The activation itself: {@code phi(h)} and {@code phi'(h)}, entry by entry.
   *
   * @param h overwritten at will
   */
  void apply(double[] h, double[] value, double[] slope);

  /**
   * The covariance of the activations: {@code E[phi(u)^2]}, {@code E[phi(v)^2]} and {@code E[phi(u)
   * phi(v)]}, and the area they span.
   */
  Covariance activations(Covariance h);

  /** {@code E[phi'(u) phi'(v)]}. */
  double slopes(Covariance h);

  /** {@code d/dq E[phi(u)^2]} for u of variance q. */
  double growth(double q);

  /**
   * The variance up to which {@link #growth} increases; beyond it decreases. 0 where {@code
   * E[phi(u)^2]} is concave throughout, infinite where it is convex throughout.
   */
  default double inflection() {
    return 0;
  }

  /** {@code E[phi(u)^2]} for u of variance q. */
  default double square(double q) {
    Covariance x = activations(Covariance.same(q));
    return Math.scalb(x.q1(), x.exponent());
  }

  /** {@code E[phi'(u)^2]} for u of variance q. */
  default double squaredSlope(double q) {
    return slopes(Covariance.same(q));
  }

  /** The expectations of an activation. */
  static GaussianExpectations of(Activation activation) {
    return switch (activation.kind()) {
      case RELU -> new ReluExpectations(0);
      case TANH -> ErrorFunctionMixture.TANH;
      case ERF -> ErrorFunctionMixture.ERF;
      case LINEAR -> new LinearExpectations();
      case SIGMOID -> new SigmoidExpectations();
      case GELU -> new GeluExpectations();
      case LEAKY_RELU -> new ReluExpectations(activation.negativeSlope());
      case SILU -> SiluExpectations.INSTANCE;
      case ELU, SELU ->
          new ExponentialLinearExpectations(
              activation.negativeSlope(), activation.kind().slopeAboveZero());
      case SOFTPLUS -> SoftplusExpectations.INSTANCE;
      case SIN -> new SineExpectations();
    };
  }
}
