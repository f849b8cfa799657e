package org.ntksweep.core.sampling;

import java.util.Arrays;

/** The inner products of k vectors that are mantissas of exponents of their own, each pair once. */
final class InnerProducts {
  private final int[] exponent;
  private final double[] product;

  InnerProducts(int k) {
    exponent = new int[k];
    product = new double[k * (k + 1) / 2];
  }

  void setAllToOne() {
    Arrays.fill(exponent, 0);
    Arrays.fill(product, 1);
  }

  int exponent(int i) {
    return exponent[i];
  }

  void setExponent(int i, int e) {
    exponent[i] = e;
  }

  /** The product of vectors i and j, j at most i, as mantissa of {@link #productExponent}. */
  double product(int i, int j) {
    return product[i * (i + 1) / 2 + j];
  }

  void setProduct(int i, int j, double value) {
    product[i * (i + 1) / 2 + j] = value;
  }

  int productExponent(int i, int j) {
    return exponent[i] + exponent[j];
  }
}
