package org.ntksweep.core.sampling;

import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.number.Scale;
import org.ntksweep.core.simd.Kernels;

/**
 * One layer's vectors of all k inputs, a column each: on the way up its activations, on the way
 * down, in the same place, its errors. Columns are mantissas of exponents, kept so that no squared
 * norm leaves the range of the numbers they are stored in.
 */
final class DenseSignals implements AutoCloseable {
  final NativeMatrix matrix;

  /** What the inner products of the activations were on the way up. */
  final InnerProducts activations;

  /** Derivatives of the activation, for each input. */
  final double[][] slope;

  private final int width;
  private final int inputs;
  private final Shared shared;
  private final Product gram;

  /** Work space for all layers. */
  static final class Shared implements AutoCloseable {
    final Kernels kernels;
    final double[] column;
    final double[] value;
    final double[] scratch;
    private final NativeMatrix gram;

    Shared(int inputs, int width, Precision precision, Kernels kernels) {
      this.kernels = kernels;
      column = new double[Math.max(width, inputs)];
      value = new double[width];
      scratch = new double[Math.max(width, WeightDraw.BLOCK)];
      gram = NativeMatrix.zeros(inputs, inputs, precision);
    }

    @Override
    public void close() {
      gram.close();
    }
  }

  DenseSignals(int width, int inputs, Precision precision, Shared shared) {
    this.width = width;
    this.inputs = inputs;
    this.shared = shared;
    matrix = NativeMatrix.zeros(width, inputs, precision);
    activations = new InnerProducts(inputs);
    slope = new double[inputs][width];
    gram = Product.ofTransposed(matrix, matrix, shared.gram);
  }

  /**
   * Stores a vector as column i, brought into range.
   *
   * @param vector overwritten if it has to be scaled
   */
  void put(int i, double[] vector, int exponent, Entries entries, InnerProducts products) {
    Kernels kernels = shared.kernels;
    double norm2 = kernels.dot(vector, 0, vector, 0, width);
    int shift = 0;
    if (Scale.isExtreme(norm2)) {
      shift = Scale.evenExponent(norm2) / 2;
      kernels.scale(Math.scalb(1.0, -shift), vector, vector, width);
    }
    products.setExponent(i, exponent + shift);
    products.setProduct(i, i, Math.scalb(norm2, -2 * shift));
    entries.put(i * width, vector, width);
  }

  /** To be called when all columns are stored: multiplies them by each other. */
  void multiply(InnerProducts products) {
    matrix.changed();
    if (inputs == 1) {
      return;
    }
    gram.compute();
    Entries entries = shared.gram.entries();
    for (int i = 0; i < inputs; i++) {
      entries.get(i * inputs, shared.column, i + 1);
      for (int j = 0; j <= i; j++) {
        products.setProduct(i, j, shared.column[j]);
      }
    }
  }

  @Override
  public void close() {
    gram.close();
    matrix.close();
  }
}
