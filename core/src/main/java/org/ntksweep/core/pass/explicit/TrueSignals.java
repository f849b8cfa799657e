package org.ntksweep.core.pass.explicit;

import java.util.Arrays;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.pass.Signals;
import org.ntksweep.core.simd.Kernels;

/**
 * Signals outside the Java heap as they are, a column each of one matrix, times a factor, and below
 * them the constant that biases are multiplied by. What leaves the range of a double becomes
 * infinite. Their inner products are left to who wants them.
 */
public final class TrueSignals implements Signals {
  private final NativeMatrix matrix;
  private final int dimension;
  private final double factor;
  private final double[] vector;
  private final Kernels kernels;

  /** Open while columns are being written. */
  private Entries entries;

  /**
   * Signals of one layer.
   *
   * @param matrix where they are stored, a column each, of at least their dimension
   * @param factor what they are multiplied by as they are stored
   * @param vector where one is written first
   */
  TrueSignals(NativeMatrix matrix, int dimension, double factor, double[] vector, Kernels kernels) {
    this.matrix = matrix;
    this.dimension = dimension;
    this.factor = factor;
    this.vector = vector;
    this.kernels = kernels;
  }

  /** Writes below every column the constant of its layer. */
  static NativeMatrix withConstant(NativeMatrix matrix, double constant) {
    double[] column = new double[matrix.rows()];
    Arrays.fill(column, matrix.rows() - 1, matrix.rows(), constant);
    Entries entries = matrix.entries();
    for (int i = 0; i < matrix.columns(); i++) {
      entries.put(i * matrix.rows(), column, column.length);
    }
    matrix.changed();
    return matrix;
  }

  /** Where they are stored. */
  public NativeMatrix matrix() {
    return matrix;
  }

  /** What they are multiplied by where they are stored. */
  public double factor() {
    return factor;
  }

  @Override
  public int count() {
    return matrix.columns();
  }

  @Override
  public int dimension() {
    return dimension;
  }

  /** The same place for every i. */
  @Override
  public double[] vector(int i) {
    return vector;
  }

  @Override
  public void accept(int i, int exponent) {
    if (entries == null) {
      entries = matrix.entries();
    }
    if (factor != 1) {
      kernels.scale(factor, vector, vector, dimension);
    }
    entries.put(i * matrix.rows(), vector, dimension);
  }

  @Override
  public void multiply(int from, int to) {
    entries = null;
    matrix.changed();
  }
}
