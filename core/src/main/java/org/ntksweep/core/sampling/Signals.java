package org.ntksweep.core.sampling;

import org.ntksweep.core.number.Scale;
import org.ntksweep.core.simd.Kernels;

/**
 * One vector for each of k inputs, such as the activations that enter a layer, with all their inner
 * products. Vectors are mantissas of exponents, and are kept so that no squared norm leaves the
 * range of a double.
 */
final class Signals {
  private final Kernels kernels;
  private final int dimension;
  private final double[][] vector;
  private final int[] exponent;
  private final double[][] product;

  /**
   * Room for k vectors.
   *
   * @param last where the last vector goes; may be shared by instances of which only one is in use
   *     at a time
   */
  Signals(int k, int dimension, double[] last, Kernels kernels, Workspace workspace) {
    this.kernels = kernels;
    this.dimension = dimension;
    exponent = new int[k];
    vector = new double[k][];
    product = new double[k][];
    for (int i = 0; i < k; i++) {
      vector[i] = i < k - 1 ? workspace.array(dimension) : last;
      product[i] = new double[i + 1];
    }
  }

  /** The vector of input i, to be written before {@link #accept} and not after. */
  double[] vector(int i) {
    return vector[i];
  }

  int exponent(int i) {
    return exponent[i];
  }

  /**
   * Takes note that vector i was written, with this exponent: brings it into range and multiplies
   * it by those before.
   */
  void accept(int i, int writtenExponent) {
    double norm2 = kernels.dot(vector[i], 0, vector[i], 0, dimension);
    exponent[i] = writtenExponent;
    if (Scale.isExtreme(norm2)) {
      int shift = Scale.evenExponent(norm2) / 2;
      kernels.scale(Math.scalb(1.0, -shift), vector[i], vector[i], dimension);
      norm2 = Math.scalb(norm2, -2 * shift);
      exponent[i] += shift;
    }
    product[i][i] = norm2;
    for (int j = 0; j < i; j++) {
      product[i][j] = kernels.dot(vector[i], 0, vector[j], 0, dimension);
    }
  }

  /** The inner product of vectors i and j, j at most i, as mantissa of {@link #productExponent}. */
  double product(int i, int j) {
    return product[i][j];
  }

  int productExponent(int i, int j) {
    return exponent[i] + exponent[j];
  }
}
