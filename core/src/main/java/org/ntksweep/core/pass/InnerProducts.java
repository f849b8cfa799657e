package org.ntksweep.core.pass;

import org.ntksweep.core.matrix.UpperTriangles;

/**
 * The inner products of k vectors that are mantissas of exponents of their own, each pair once.
 * Mutable.
 */
public final class InnerProducts {
  private final int[] exponent;
  private final double[] product;

  /** Room for k vectors, k at least 1. */
  public InnerProducts(int k) {
    exponent = new int[k];
    product = new double[UpperTriangles.size(k)];
  }

  /** The number k of vectors. */
  public int count() {
    return exponent.length;
  }

  /** The exponent of vector i, which stands for its mantissa times two to the power of it. */
  public int exponent(int i) {
    return exponent[i];
  }

  void setExponent(int i, int e) {
    exponent[i] = e;
  }

  /** The product of vectors i and j, j at most i, as mantissa of {@link #productExponent}. */
  public double product(int i, int j) {
    return product[i * (i + 1) / 2 + j];
  }

  /** Takes note of the product of the mantissas of vectors i and j, j at most i. */
  public void setProduct(int i, int j, double value) {
    product[i * (i + 1) / 2 + j] = value;
  }

  /** The exponent of the product of vectors i and j. */
  public int productExponent(int i, int j) {
    return exponent[i] + exponent[j];
  }
}
