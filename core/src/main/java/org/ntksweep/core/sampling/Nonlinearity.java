package org.ntksweep.core.sampling;

import java.util.Arrays;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.simd.Kernels;

/**
 * An activation and its slope over whole layers, also where pre-activations leave the range of a
 * double.
 */
final class Nonlinearity {
  private static final double TWO_OVER_SQRT_PI = 0x1.20dd750429b6dp0;

  /**
   * A layer whose squared norm is below this, so that no |h| exceeds 2^-60, sees a smooth
   * activation as its tangent.
   */
  private static final double TANGENT_NORM2 = 0x1p-120;

  private final Kernels kernels;
  private final Activation activation;

  Nonlinearity(Kernels kernels, Activation activation) {
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
  int apply(double[] h, int exponent, double[] value, double[] slope, int n) {
    if (activation.isPositivelyHomogeneous()) {
      homogeneous(h, value, slope, n);
      return exponent;
    }
    double norm2 = kernels.dot(h, 0, h, 0, n);
    if (Math.scalb(norm2, 2 * exponent) < TANGENT_NORM2) {
      tangent(h, value, slope, n);
      return exponent;
    }
    if (exponent != 0) {
      kernels.scale(Math.scalb(1.0, exponent), h, h, n);
    }
    saturating(h, value, slope, n);
    return 0;
  }

  private void homogeneous(double[] h, double[] value, double[] slope, int n) {
    if (activation == Activation.RELU) {
      kernels.relu(h, value, slope, n);
    } else {
      tangent(h, value, slope, n);
    }
  }

  private void saturating(double[] h, double[] value, double[] slope, int n) {
    if (activation == Activation.TANH) {
      kernels.tanh(h, value, slope, n);
    } else {
      kernels.erf(h, value, slope, n);
    }
  }

  private void tangent(double[] h, double[] value, double[] slope, int n) {
    double atZero = activation == Activation.ERF ? TWO_OVER_SQRT_PI : 1;
    kernels.scale(atZero, h, value, n);
    Arrays.fill(slope, 0, n, atZero);
  }
}
