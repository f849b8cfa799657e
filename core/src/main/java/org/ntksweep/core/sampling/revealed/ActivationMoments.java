package org.ntksweep.core.sampling.revealed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.theory.expectation.GaussianExpectations;
import org.ntksweep.core.theory.gaussian.BinadeInterpolant;

/**
 * What normalizes the tilts of an activation's pre-activations, of variance q: quick to ask for,
 * layer after layer and sample after sample.
 */
final class ActivationMoments {
  /** Beyond it an activation that grows is two lines, to the last digit. */
  private static final double LARGEST = 0x1p100;

  private static final double SMALLEST = 0x1p-100;
  private static final Map<Activation, ActivationMoments> KNOWN = new ConcurrentHashMap<>();

  private final DoubleUnaryOperator squaredSlope;
  private final DoubleUnaryOperator squareRatio;

  private ActivationMoments(Activation activation) {
    GaussianExpectations phi = GaussianExpectations.of(activation);
    squaredSlope = new BinadeInterpolant(phi::squaredSlope);
    squareRatio = new BinadeInterpolant(q -> phi.square(q) / q);
  }

  static ActivationMoments of(Activation activation) {
    return KNOWN.computeIfAbsent(activation, ActivationMoments::new);
  }

  /** Whether a layer of this variance is left alone: it sees the activation as a line. */
  static boolean isTiny(double q) {
    return !(q >= SMALLEST);
  }

  /** {@code E[phi'(h)^2]}. */
  double squaredSlope(double q) {
    return squaredSlope.applyAsDouble(Math.min(q, LARGEST));
  }

  /** {@code E[phi(h)^2] / q}. */
  double squareRatio(double q) {
    return squareRatio.applyAsDouble(Math.min(q, LARGEST));
  }

  /** A number no slope of an activation is beyond. */
  static double steepest(Activation activation) {
    return switch (activation.kind()) {
      case RELU, LINEAR, TANH, ELU, SOFTPLUS, SIN -> 1;
      case LEAKY_RELU -> Math.max(1, Math.abs(activation.negativeSlope()));
      case ERF, SIGMOID, SELU -> activation.kind().slopeBelowZero();
      case GELU -> 1.13;
      case SILU -> 1.1;
    };
  }
}
