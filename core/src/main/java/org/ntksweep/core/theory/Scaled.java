package org.ntksweep.core.theory;

import org.ntksweep.core.number.Elementary;

/**
 * A number {@code mantissa 2^exponent} beyond the range of a double, with the precision of one.
 *
 * @param mantissa 0, or of magnitude between 2^-300 and 2^300
 * @param exponent a power of two, 0 if the mantissa is
 */
public record Scaled(double mantissa, int exponent) {
  /** 0. */
  public static final Scaled ZERO = new Scaled(0, 0);

  /** 1. */
  public static final Scaled ONE = new Scaled(1, 0);

  private static final double LN_2 = 0x1.62e42fefa39efp-1;
  private static final double LARGE = 0x1p300;
  private static final double SMALL = 0x1p-300;

  /** A finite number. */
  public static Scaled of(double value) {
    return of(value, 0);
  }

  /** {@code value 2^exponent}, for a finite value. */
  public static Scaled of(double value, int exponent) {
    double magnitude = Math.abs(value);
    if (magnitude >= SMALL && magnitude <= LARGE) {
      return new Scaled(value, exponent);
    }
    if (value == 0) {
      return ZERO;
    }
    int e = Math.getExponent(value);
    return new Scaled(Math.scalb(value, -e), exponent + e);
  }

  /** The sum. */
  public Scaled plus(Scaled that) {
    if (exponent == that.exponent) {
      return of(mantissa + that.mantissa, exponent);
    }
    if (mantissa == 0 || that.mantissa == 0) {
      return mantissa == 0 ? that : this;
    }
    return exponent > that.exponent ? plusLower(that) : that.plusLower(this);
  }

  private Scaled plusLower(Scaled that) {
    return of(mantissa + Math.scalb(that.mantissa, that.exponent - exponent), exponent);
  }

  /** The product. */
  public Scaled times(Scaled that) {
    return of(mantissa * that.mantissa, exponent + that.exponent);
  }

  /** The product with a factor that is 0 or of magnitude between 1e-200 and 1e200. */
  public Scaled times(double factor) {
    return of(mantissa * factor, exponent);
  }

  /** The quotient by a number that is not 0. */
  public Scaled over(Scaled that) {
    return of(mantissa / that.mantissa, exponent - that.exponent);
  }

  /** The quotient by a divisor of magnitude between 1e-200 and 1e200. */
  public Scaled over(double divisor) {
    return of(mantissa / divisor, exponent);
  }

  /** The quotient as a double: infinite, 0 or not a number as for doubles. */
  public double dividedBy(Scaled that) {
    return Math.scalb(mantissa / that.mantissa, exponent - that.exponent);
  }

  /** As a double: infinite or 0 where the range ends. */
  public double value() {
    return Math.scalb(mantissa, exponent);
  }

  /** The natural logarithm of the magnitude; negative infinity for 0. */
  public double logAbs() {
    return Math.fma(exponent, LN_2, Elementary.log(Math.abs(mantissa)));
  }
}
