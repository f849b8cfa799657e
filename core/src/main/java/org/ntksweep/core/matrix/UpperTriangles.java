package org.ntksweep.core.matrix;

import java.util.Arrays;

/** Symmetric matrices by their upper triangles, row by row. */
public final class UpperTriangles {
  /** The largest order whose pairs an {@code int} counts. */
  public static final int LARGEST_ORDER = 46340;

  private UpperTriangles() {}

  /**
   * The number of entries of the triangle of a matrix of this order.
   *
   * @throws ArithmeticException beyond {@link #LARGEST_ORDER}
   */
  public static int size(int order) {
    return Math.multiplyExact(order, order + 1) / 2;
  }

  /** The inner product of two of an order: the sum of the products of all entries. */
  public static double inner(double[] a, double[] b, int order) {
    double sum = 0;
    int p = 0;
    for (int i = 0; i < order; i++) {
      for (int j = i; j < order; j++) {
        sum += (i == j ? 1 : 2) * a[p] * b[p];
        p++;
      }
    }
    return sum;
  }

  /** The Frobenius norm of the difference of two of an order. */
  public static double distance(double[] a, double[] b, int order) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, p -> a[p] - b[p]);
    return norm(difference, order);
  }

  /** The Frobenius norm. */
  public static double norm(double[] a, int order) {
    return Math.sqrt(inner(a, a, order));
  }
}
