package org.ntksweep.core.observe.collapse;

import org.ntksweep.core.simd.Kernels;

/**
 * The Frobenius norm of a sum of outer products {@code d d'}: from the inner products of all pairs
 * of vectors where these are few, {@code sum over i, j of <d_i, d_j>^2}, and from its entries where
 * they are many. What is kept has the smaller of both numbers for an order.
 */
final class OuterProducts {
  private static final Kernels KERNELS = Kernels.best();

  private final int dimension;
  private final int vectors;

  /** All vectors, or the lower triangle of the sum. */
  private final double[][] rows;

  private int count;

  /** None yet. */
  OuterProducts(int vectors, int dimension) {
    this.vectors = vectors;
    this.dimension = dimension;
    rows = new double[Math.min(vectors, dimension)][];
    for (int p = 0; p < rows.length; p++) {
      rows[p] = new double[areFew() ? dimension : p + 1];
    }
  }

  private boolean areFew() {
    return vectors <= dimension;
  }

  /** Adds that of a vector, which is not kept. */
  void add(double[] d) {
    if (areFew()) {
      System.arraycopy(d, 0, rows[count], 0, dimension);
    } else {
      for (int p = 0; p < dimension; p++) {
        KERNELS.addScaled(d[p], d, rows[p], p + 1);
      }
    }
    count++;
  }

  /** The norm of the sum. */
  double norm() {
    double diagonal = 0;
    double below = 0;
    for (int p = 0; p < rows.length; p++) {
      for (int q = 0; q <= p; q++) {
        double entry = areFew() ? Rows.inner(rows[p], rows[q]) : rows[p][q];
        if (p == q) {
          diagonal += entry * entry;
        } else {
          below += entry * entry;
        }
      }
    }
    return Math.sqrt(diagonal + 2 * below);
  }
}
