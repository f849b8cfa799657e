package org.ntksweep.core.pass;

import java.util.Arrays;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.simd.Kernels;

/**
 * An activation and its slope over whole layers, also where pre-activations leave the range of a
 * double.
 */
public final class Nonlinearity {
  private static final double TWO_OVER_SQRT_PI = 0x1.20dd750429b6dp0;

  /**
   * A layer whose squared norm is below this, so that no |h| exceeds 2^-60, sees a smooth
   * activation as its tangent.
   */
  private static final double TANGENT_NORM2 = 0x1p-120;

  /** Larger powers of two are taken for this one: any h they multiply is as good as infinite. */
  private static final int MAX_EXPONENT = 900;

  private final Kernels kernels;
  private final Activation activation;

  /** One activation, on the given kernels. */
  public Nonlinearity(Kernels kernels, Activation activation) {
    this.kernels = kernels;
    this.activation = activation;
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
    switch (activation) {
      case RELU -> kernels.relu(h, value, slope, n);
      case LEAKY_RELU -> kernels.leakyRelu(Activation.LEAK, h, value, slope, n);
      case LINEAR -> tangent(1, h, value, slope, n);
      case TANH, ERF, SIN, GELU -> {
        return curved(h, exponent, value, slope, n);
      }
      case SIGMOID -> {
        bringIntoRange(h, exponent, n);
        kernels.sigmoid(h, value, slope, n);
        return 0;
      }
    }
    return exponent;
  }

  /** Activations that vanish at 0 and bend elsewhere. */
  private int curved(double[] h, int exponent, double[] value, double[] slope, int n) {
    double norm2 = kernels.dot(h, 0, h, 0, n);
    if (Math.scalb(norm2, 2 * exponent) < TANGENT_NORM2) {
      tangent(slopeAtZero(), h, value, slope, n);
      return exponent;
    }
    if (activation == Activation.GELU) {
      // It grows like h: so do its values.
      kernels.gelu(unit(exponent), h, value, slope, n);
      return exponent;
    }
    bringIntoRange(h, exponent, n);
    bounded(h, value, slope, n);
    return 0;
  }

  private void bringIntoRange(double[] h, int exponent, int n) {
    if (exponent != 0) {
      kernels.scale(unit(exponent), h, h, n);
    }
  }

  private static double unit(int exponent) {
    return Math.scalb(1.0, Math.min(exponent, MAX_EXPONENT));
  }

  private void bounded(double[] h, double[] value, double[] slope, int n) {
    switch (activation) {
      case TANH -> kernels.tanh(h, value, slope, n);
      case ERF -> kernels.erf(h, value, slope, n);
      default -> kernels.sin(h, value, slope, n);
    }
  }

  private double slopeAtZero() {
    return switch (activation) {
      case ERF -> TWO_OVER_SQRT_PI;
      case GELU -> 0.5;
      default -> 1;
    };
  }

  private void tangent(double atZero, double[] h, double[] value, double[] slope, int n) {
    kernels.scale(atZero, h, value, n);
    Arrays.fill(slope, 0, n, atZero);
  }
}
