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
   * A layer whose squared norm is below this, so that no |h| exceeds 2^-60, sees a smooth
   * activation as its tangent.
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
    double leak = activation.negativeSlope();
    return switch (activation.kind()) {
      case RELU -> (unit, h, value, slope, n) -> kernels.relu(h, value, slope, n);
      case LEAKY_RELU -> (unit, h, value, slope, n) -> kernels.leakyRelu(leak, h, value, slope, n);
      case LINEAR -> (unit, h, value, slope, n) -> tangent(kernels, 1, h, value, slope, n);
      case TANH -> (unit, h, value, slope, n) -> kernels.tanh(h, value, slope, n);
      case ERF -> (unit, h, value, slope, n) -> kernels.erf(h, value, slope, n);
      case SIGMOID -> (unit, h, value, slope, n) -> kernels.sigmoid(h, value, slope, n);
      case GELU -> kernels::gelu;
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
      tangent(kernels, activation.negativeSlope(), h, value, slope, n);
      return exponent;
    }
    return switch (activation.kind().growth()) {
      case HOMOGENEOUS, LINEAR -> {
        loop.apply(unit(exponent), h, value, slope, n);
        yield exponent;
      }
      case BOUNDED -> {
        bringIntoRange(h, exponent, n);
        loop.apply(1, h, value, slope, n);
        yield 0;
      }
    };
  }

  private boolean isTiny(double[] h, int exponent, int n) {
    return Math.scalb(kernels.dot(h, 0, h, 0, n), 2 * exponent) < TANGENT_NORM2;
  }

  private void bringIntoRange(double[] h, int exponent, int n) {
    if (exponent != 0) {
      kernels.scale(unit(exponent), h, h, n);
    }
  }

  private static double unit(int exponent) {
    return Math.scalb(1.0, Math.min(exponent, MAX_EXPONENT));
  }

  private static void tangent(
      Kernels kernels, double slopeAtZero, double[] h, double[] value, double[] slope, int n) {
    kernels.scale(slopeAtZero, h, value, n);
    Arrays.fill(slope, 0, n, slopeAtZero);
  }
}
