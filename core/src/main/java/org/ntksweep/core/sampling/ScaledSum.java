package org.ntksweep.core.sampling;

import org.ntksweep.core.simd.Elementary;

/**
 * A sum kept as {@code m 2^e}, whose terms may exceed the range of a double. As long as every term
 * has the same exponent, adding is one addition.
 */
final class ScaledSum {
  private static final double LN_2 = 0x1.62e42fefa39efp-1;

  private double mantissa;
  private int exponent;

  void clear() {
    mantissa = 0;
    exponent = 0;
  }

  /**
   * Adds {@code m 2^e}; {@code m} must be finite and far from the end of the range, so that sums
   * stay finite.
   */
  void add(double m, int e) {
    if (e == exponent) {
      mantissa += m;
    } else if (m != 0) {
      raiseExponent(e);
      mantissa += Math.scalb(m, e - exponent);
    }
  }

  void add(ScaledSum that) {
    add(that.mantissa, that.exponent);
  }

  /** Moves to the exponent {@code e} if that is the larger, or nothing was added yet. */
  private void raiseExponent(int e) {
    if (mantissa == 0) {
      exponent = e;
    } else if (e > exponent) {
      mantissa = Math.scalb(mantissa, exponent - e);
      exponent = e;
    }
  }

  /** The value as a double: infinite or zero where the range ends. */
  double value() {
    return Math.scalb(mantissa, exponent);
  }

  /** The natural logarithm of the magnitude; negative infinity for zero. */
  double logAbs() {
    return Math.fma(exponent, LN_2, Elementary.log(Math.abs(mantissa)));
  }
}
