package org.ntksweep.core.theory;

import org.ntksweep.core.simd.Elementary;

/**
 * A number {@code mantissa 2^exponent} beyond the range of a double, with the precision of one.
 *
 * @param mantissa of magnitude in [1, 2), or 0
 * @param exponent a power of two
 */
record Scaled(double mantissa, int exponent) {
  static final Scaled ZERO = new Scaled(0, 0);

  private static final double LN_2 = 0x1.62e42fefa39efp-1;

  static Scaled of(double value) {
    return of(value, 0);
  }

  /** {@code value 2^exponent}, for a finite value. */
  static Scaled of(double value, int exponent) {
    if (value == 0) {
      return ZERO;
    }
    int e = Math.getExponent(value);
    return new Scaled(Math.scalb(value, -e), exponent + e);
  }

  Scaled times(double factor) {
    return of(mantissa * factor, exponent);
  }

  Scaled plus(Scaled that) {
    if (mantissa == 0 || that.mantissa == 0) {
      return mantissa == 0 ? that : this;
    }
    int e = Math.max(exponent, that.exponent);
    return of(Math.scalb(mantissa, exponent - e) + Math.scalb(that.mantissa, that.exponent - e), e);
  }

  /** The quotient: infinite, zero or not a number as for doubles. */
  double dividedBy(Scaled that) {
    return Math.scalb(mantissa / that.mantissa, exponent - that.exponent);
  }

  /** As a double: infinite or zero where the range ends. */
  double value() {
    return Math.scalb(mantissa, exponent);
  }

  /** The natural logarithm of the magnitude; negative infinity for zero. */
  double logAbs() {
    return Math.fma(exponent, LN_2, Elementary.log(Math.abs(mantissa)));
  }
}
