package org.ntksweep.core.pass;

import java.util.Arrays;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.simd.Kernels;

/**
 * An activation and its slope over whole layers, also where pre-activations leave the range of a
 * double.
 */
public final class Nonlinearity {
  /**
   * A layer whose squared norm is below this, so that no |h| exceeds 2^-60, sees an activation as
   * its tangents.
   */
  private static final double TANGENT_NORM2 = 0x1p-120;

  /** Larger powers of two are taken for this one: any h they multiply is as good as infinite. */
  private static final int MAX_EXPONENT = 900;

  private final Kernels kernels;
  private final Activation activation;
  private final Loop loop;

  /** {@code value = phi(unit h) / unit} and {@code slope = phi'(unit h)} over n entries. */
  private interface Loop {
    void apply(double unit, double[] h, double[] value, double[] slope, int n);
  }

  /** One activation, on the given kernels. */
  public Nonlinearity(Kernels kernels, Activation activation) {
    this.kernels = kernels;
    this.activation = activation;
    loop = loopOf(activation, kernels);
  }

  /** Those that grow like h take the unit; the others only ever see 1. */
  private static Loop loopOf(Activation activation, Kernels kernels) {
    double below = activation.negativeSlope();
    double above = activation.kind().slopeAboveZero();
    return switch (activation.kind()) {
      case RELU -> (unit, h, value, slope, n) -> kernels.relu(h, value, slope, n);
      case LEAKY_RELU ->
          (unit, h, value, slope, n) -> kernels.leakyRelu(below, above, h, value, slope, n);
      case LINEAR -> (unit, h, value, slope, n) -> line(kernels, 1, h, value, slope, n);
      case TANH -> (unit, h, value, slope, n) -> kernels.tanh(h, value, slope, n);
      case ERF -> (unit, h, value, slope, n) -> kernels.erf(h, value, slope, n);
      case SIGMOID -> (unit, h, value, slope, n) -> kernels.sigmoid(h, value, slope, n);
      case GELU -> kernels::gelu;
      case SILU -> kernels::silu;
      case ELU, SELU ->
          (unit, h, value, slope, n) -> kernels.elu(below, above, unit, h, value, slope, n);
      case SOFTPLUS -> kernels::softplus;
      case SIN -> (unit, h, value, slope, n) -> kernels.sin(h, value, slope, n);
    };
  }

  /**
   * Applies the activation to {@code h 2^exponent}.
   *
   * @param h overwritten if it has to be brought into range
   * @param value gets the activations, as mantissas of the exponent returned
   * @param slope gets the derivatives
   * @return the exponent of {@code value}
   */
  public int apply(double[] h, int exponent, double[] value, double[] slope, int n) {
    if (activation.isPositivelyHomogeneous()) {
      loop.apply(1, h, value, slope, n);
      return exponent;
    }
    if (activation.kind().valueAtZero() == 0 && isTiny(h, exponent, n)) {
      tangent(h, value, slope, n);
      return exponent;
    }
    if (exponent != 0 && staysBounded(h, exponent, n)) {
      kernels.scale(unit(exponent), h, h, n);
      loop.apply(1, h, value, slope, n);
      return 0;
    }
    loop.apply(unit(exponent), h, value, slope, n);
    return exponent;
  }

  /** Whether values are not of the order of {@code h 2^exponent}, but of 1. */
  private boolean staysBounded(double[] h, int exponent, int n) {
    return switch (activation.kind().growth()) {
      case HOMOGENEOUS -> false;
      case LINEAR ->
          exponent < 0
              ? activation.kind().valueAtZero() != 0
              : Arrays.stream(h, 0, n).allMatch(x -> x <= 0);
      case BOUNDED -> true;
    };
  }

  private boolean isTiny(double[] h, int exponent, int n) {
    return Math.scalb(kernels.dot(h, 0, h, 0, n), 2 * exponent) < TANGENT_NORM2;
  }

  private static double unit(int exponent) {
    return Math.scalb(1.0, Math.min(exponent, MAX_EXPONENT));
  }

  /** The line, or the two, that it is near 0. */
  private void tangent(double[] h, double[] value, double[] slope, int n) {
    double below = activation.negativeSlope();
    if (activation.hasKink()) {
      kernels.leakyRelu(below, activation.kind().slopeAboveZero(), h, value, slope, n);
    } else {
      line(kernels, below, h, value, slope, n);
    }
  }

  private static void line(
      Kernels kernels, double gradient, double[] h, double[] value, double[] slope, int n) {
    kernels.scale(gradient, h, value, n);
    Arrays.fill(slope, 0, n, gradient);
  }
}
