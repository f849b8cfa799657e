package org.ntksweep.core.matrix;

import java.util.Arrays;
import org.bytedeco.openblas.global.openblas;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by the divide and conquer of LAPACK
 * ({@code dsyevd}) that OpenBLAS brings. An eigenvalue is known to about {@code 2^-53} times the
 * largest, times a small multiple of the order of the matrix. On one machine, with one thread, the
 * bits are the same every time.
 */
public final class SymmetricEigen {
  private static final byte VALUES = 'N';
  private static final byte VECTORS = 'V';

  private final double[] values;

  /** Column by column, in the order of the values. */
  private final double[] vectors;

  private SymmetricEigen(double[] values, double[] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * Of a symmetric matrix of order n.
   *
   * @param upperTriangle its upper triangle, row by row: {@code n (n + 1) / 2} finite numbers
   * @throws IllegalArgumentException if it is not such
   * @throws IllegalStateException if the native libraries cannot be loaded
   */
  public static SymmetricEigen of(double[] upperTriangle) {
    double[] matrix = lowerTriangle(upperTriangle);
    return new SymmetricEigen(solve(matrix, VECTORS), matrix);
  }

  /**
   * The eigenvalues alone, rising; at a fraction of the cost.
   *
   * @see #of
   */
  public static double[] valuesOf(double[] upperTriangle) {
    return solve(lowerTriangle(upperTriangle), VALUES);
  }

  private static double[] solve(double[] matrix, byte what) {
    int n = (int) Math.sqrt(matrix.length);
    double[] values = new double[n];
    BackEnd.loadLapack();
    int info =
        openblas.LAPACKE_dsyevd(openblas.LAPACK_COL_MAJOR, what, (byte) 'L', n, matrix, n, values);
    if (info != 0) {
      throw new IllegalStateException("LAPACK's dsyevd found no eigenvalues: info " + info);
    }
    return values;
  }

  /** Row i of the upper triangle is column i of the lower one. */
  private static double[] lowerTriangle(double[] upperTriangle) {
    int n = order(upperTriangle.length);
    if (!Arrays.stream(upperTriangle).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("only a matrix of finite numbers has eigenvalues");
    }
    double[] matrix = new double[Math.multiplyExact(n, n)];
    int from = 0;
    for (int i = 0; i < n; i++) {
      System.arraycopy(upperTriangle, from, matrix, i * n + i, n - i);
      from += n - i;
    }
    return matrix;
  }

  /**
   * The order n of the matrix whose upper triangle has {@code n (n + 1) / 2} entries.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static int order(int entries) {
    int n = (int) ((Math.sqrt(8.0 * entries + 1) - 1) / 2);
    if (n < 1 || (long) n * (n + 1) / 2 != entries) {
      throw new IllegalArgumentException(entries + " numbers are not the triangle of a matrix");
    }
    return n;
  }

  /** The order n of the matrix. */
  public int order() {
    return values.length;
  }

  /** The eigenvalues, rising. */
  public double[] values() {
    return values.clone();
  }

  /**
   * The inner products of a vector with the eigenvectors, in the order of the values.
   *
   * @param vector n numbers
   */
  public double[] components(double[] vector) {
    int n = order();
    if (vector.length != n) {
      throw new IllegalArgumentException(vector.length + " numbers for a matrix of order " + n);
    }
    double[] components = new double[n];
    for (int k = 0; k < n; k++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += vectors[k * n + i] * vector[i];
      }
      components[k] = sum;
    }
    return components;
  }

  /**
   * An eigenvector of norm 1.
   *
   * @param k its place in the order of the values
   */
  public double[] vector(int k) {
    return Arrays.copyOfRange(vectors, k * order(), (k + 1) * order());
  }
}
