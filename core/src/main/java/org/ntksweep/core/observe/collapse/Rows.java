package org.ntksweep.core.observe.collapse;

import org.ntksweep.core.observe.Units;
import org.ntksweep.core.simd.Kernels;

/** Matrices by their rows. */
final class Rows {
  private static final Kernels KERNELS = Kernels.best();

  private Rows() {}

  static double inner(double[] a, double[] b) {
    return KERNELS.dot(a, 0, b, 0, a.length);
  }

  /** The Frobenius norm. */
  static double norm(double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      sum += inner(row, row);
    }
    return Math.sqrt(sum);
  }

  /** Divides by a power of two of about the size of the largest entry, which is returned. */
  static double scaleToUnit(double[][] rows) {
    double unit = Units.of(rows);
    for (double[] row : rows) {
      for (int p = 0; p < row.length; p++) {
        row[p] /= unit;
      }
    }
    return unit;
  }
}
