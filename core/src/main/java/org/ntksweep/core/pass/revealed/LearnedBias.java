package org.ntksweep.core.pass.revealed;

import java.util.Arrays;
import org.ntksweep.core.number.Scale;
import org.ntksweep.core.simd.Kernels;

/** The biases of a layer that learns: all are known, and move. */
final class LearnedBias {
  /** Biases are no more than about two to the power of this, in units of a signal's mantissas. */
  private static final int BIAS_EXPONENT = 100;

  private final Kernels kernels;
  private final double[] value;
  private double largest;

  LearnedBias(int rows, Kernels kernels) {
    this.kernels = kernels;
    value = new double[rows];
  }

  /** Begins with {@code deviation} times the numbers drawn. */
  void begin(double deviation, double[] drawn) {
    kernels.scale(deviation, drawn, value, value.length);
    moved();
  }

  /** Begins with 0. */
  void begin() {
    Arrays.fill(value, 0);
    largest = 0;
  }

  /** Moves them by {@code f v}. */
  void add(double f, double[] v) {
    kernels.addScaled(f, v, value, value.length);
    moved();
  }

  private void moved() {
    // No entry exceeds the norm.
    largest = Math.sqrt(kernels.dot(value, 0, value, 0, value.length));
  }

  /** The exponent of pre-activations, if that of their other part is {@code e}. */
  int imageExponent(int e) {
    return largest > 0 ? Math.max(e, Math.getExponent(largest) - BIAS_EXPONENT) : e;
  }

  /** Adds them to mantissas of an exponent. */
  void addTo(double[] image, int exponent) {
    if (largest > 0) {
      kernels.addScaled(Scale.shift(1, -exponent), value, image, value.length);
    }
  }
}
