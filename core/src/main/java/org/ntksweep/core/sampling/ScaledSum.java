package org.ntksweep.core.sampling;

/**
 * A sum kept as {@code m 2^e}, whose terms may exceed the range of a double. As long as every term
 * has the same exponent, adding is one addition.
 */
final class ScaledSum {
  /** Terms this many binary orders below the sum cannot change it. */
  private static final int NEGLIGIBLE = 1100;

  private double mantissa;
  private int exponent;

  void clear() {
    mantissa = 0;
    exponent = 0;
  }

  /**
   * Adds {@code m 2^e}; {@code m} must be finite and well within range, so that sums of it stay
   * finite.
   */
  void add(double m, int e) {
    if (e == exponent) {
      mantissa += m;
    } else if (m != 0) {
      align(e);
      mantissa += Math.scalb(m, e - exponent);
    }
  }

  void add(ScaledSum that) {
    add(that.mantissa, that.exponent);
  }

  /**
   * Takes the larger of both exponents, by magnitude and not by label, so that nothing that counts
   * is lost.
   */
  private void align(int e) {
    if (mantissa == 0) {
      exponent = e;
    } else if (e > exponent) {
      mantissa = e - exponent > NEGLIGIBLE ? 0 : Math.scalb(mantissa, exponent - e);
      exponent = e;
    }
  }

  /** The value as a double: infinite or zero where the range ends. */
  double value() {
    return Math.scalb(mantissa, exponent);
  }

  /** The natural logarithm of the magnitude; negative infinity for zero. */
  double logAbs() {
    return StrictMath.log(Math.abs(mantissa)) + exponent * KernelMatrix.LN_2;
  }
}
