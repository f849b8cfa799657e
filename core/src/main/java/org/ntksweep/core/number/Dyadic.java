package org.ntksweep.core.number;

import java.math.BigInteger;

/**
 * The number {@code integer * 2^exponent}, exactly: for differences that must not cancel.
 *
 * @param integer the integer
 * @param exponent the power of two
 */
public record Dyadic(BigInteger integer, int exponent) {
  /** Bits enough for a double, however they are rounded. */
  private static final int ENOUGH = 120;

  /** An integer. */
  public static Dyadic of(long integer) {
    return new Dyadic(BigInteger.valueOf(integer), 0);
  }

  /** The product. */
  public Dyadic times(Dyadic that) {
    return new Dyadic(integer.multiply(that.integer), exponent + that.exponent);
  }

  /** The sum. */
  public Dyadic plus(Dyadic that) {
    if (integer.signum() == 0 || that.integer.signum() == 0) {
      return integer.signum() == 0 ? that : this;
    }
    int common = Math.min(exponent, that.exponent);
    return new Dyadic(
        integer.shiftLeft(exponent - common).add(that.integer.shiftLeft(that.exponent - common)),
        common);
  }

  /** The difference. */
  public Dyadic minus(Dyadic that) {
    return plus(new Dyadic(that.integer.negate(), that.exponent));
  }

  /** Whether it is below 0. */
  public boolean isNegative() {
    return integer.signum() < 0;
  }

  /** The nearest number with the precision of a double, within an ulp. */
  public ScaledNumber rounded() {
    int drop = Math.max(0, integer.bitLength() - ENOUGH);
    return ScaledNumber.of(integer.shiftRight(drop).doubleValue(), exponent + drop);
  }
}
