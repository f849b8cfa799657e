package org.ntksweep.core.theory.blocks;

/** Products of small matrices that are kept by rows. For tests. */
public final class Rows {
  private Rows() {}

  /** Of two vectors. */
  public static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += a[p] * b[p];
    }
    return sum;
  }

  /** {@code A B}. */
  public static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int q = 0; q < b.length; q++) {
        for (int p = 0; p < b[q].length; p++) {
          product[i][p] += a[i][q] * b[q][p];
        }
      }
    }
    return product;
  }

  /** {@code A'}. */
  public static double[][] transpose(double[][] a) {
    double[][] transposed = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int p = 0; p < a[i].length; p++) {
        transposed[p][i] = a[i][p];
      }
    }
    return transposed;
  }

  /** {@code A + factor B}. */
  public static double[][] plus(double[][] a, double factor, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int p = 0; p < a[i].length; p++) {
        sum[i][p] = a[i][p] + factor * b[i][p];
      }
    }
    return sum;
  }

  /** {@code factor (I - off J)}, of an order. */
  public static double[][] simplex(int order, double factor, double off) {
    double[][] matrix = new double[order][order];
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < order; j++) {
        matrix[i][j] = factor * ((i == j ? 1 : 0) - off);
      }
    }
    return matrix;
  }

  /** The Frobenius norm. */
  public static double norm(double[][] a) {
    double sum = 0;
    for (double[] row : a) {
      sum += inner(row, row);
    }
    return Math.sqrt(sum);
  }
}
