package org.ntksweep.core.theory.blocks;

import java.util.Arrays;
import org.ntksweep.core.simd.Kernels;

/** A symmetric matrix of order n: a sum of multiples of outer products {@code x x'}. */
public final class OuterProductSum {
  private static final Kernels KERNELS = Kernels.best();

  private final double[][] rows;

  /** Of nothing yet: 0. */
  public OuterProductSum(int order) {
    rows = new double[order][order];
  }

  /** Sets it to 0. */
  public void clear() {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Adds {@code factor x x'}, for the first n numbers of x. */
  public void add(double factor, double[] x) {
    for (int p = 0; p < rows.length; p++) {
      if (x[p] != 0) {
        KERNELS.addScaled(factor * x[p], x, rows[p], rows.length);
      }
    }
  }

  /** Adds {@code factor x x'} of every row x. */
  public void add(double factor, double[][] x) {
    for (double[] row : x) {
      add(factor, row);
    }
  }

  /** Adds a multiple of another of the same order. */
  public void add(double factor, OuterProductSum other) {
    for (int p = 0; p < rows.length; p++) {
      KERNELS.addScaled(factor, other.rows[p], rows[p], rows.length);
    }
  }

  /** The order n. */
  public int order() {
    return rows.length;
  }

  /** The entry in row p and column q. */
  public double at(int p, int q) {
    return rows[p][q];
  }

  /** The sum of the products of all entries with those of another of the same order. */
  public double inner(OuterProductSum other) {
    double sum = 0;
    for (int p = 0; p < rows.length; p++) {
      sum += KERNELS.dot(rows[p], 0, other.rows[p], 0, rows.length);
    }
    return sum;
  }

  /** The Frobenius norm. */
  public double norm() {
    return Math.sqrt(inner(this));
  }
}
