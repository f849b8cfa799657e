package org.ntksweep.core.number;

/**
 * A sum kept as {@code m 2^e}, whose terms may exceed the range of a double: the mutable companion
 * of {@link ScaledNumber} for inner loops. As long as every term has the same exponent, adding is
 * one addition.
 */
public final class ScaledSum {
  private double mantissa;
  private int exponent;

  /** Makes it 0. */
  public void clear() {
    mantissa = 0;
    exponent = 0;
  }

  /**
   * Adds {@code m 2^e}; {@code m} must be finite and far from the end of the range, so that sums
   * stay finite.
   */
  public void add(double m, int e) {
    if (e == exponent) {
      mantissa += m;
    } else if (m != 0) {
      raiseExponent(e);
      mantissa += Math.scalb(m, e - exponent);
    }
  }

  /** Adds another sum, which stays as it is. */
  public void add(ScaledSum that) {
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

  /** The value, whatever its size. */
  public ScaledNumber number() {
    return ScaledNumber.of(mantissa, exponent);
  }

  /** The value as a double: infinite or zero where the range ends. */
  public double value() {
    return Math.scalb(mantissa, exponent);
  }

  /** The natural logarithm of the magnitude, within 1 ulp; negative infinity for zero. */
  public double logAbs() {
    return Elementary.log(Math.abs(mantissa), exponent);
  }
}
