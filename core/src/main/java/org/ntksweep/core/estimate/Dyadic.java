package org.ntksweep.core.estimate;

import java.math.BigInteger;

/** The number {@code integer * 2^exponent}: sums whose differences must not cancel. */
record Dyadic(BigInteger integer, int exponent) {
  /** Bits enough for a double, however they are rounded. */
  private static final int ENOUGH = 120;

  static Dyadic of(long integer) {
    return new Dyadic(BigInteger.valueOf(integer), 0);
  }

  Dyadic times(Dyadic that) {
    return new Dyadic(integer.multiply(that.integer), exponent + that.exponent);
  }

  Dyadic plus(Dyadic that) {
    if (integer.signum() == 0 || that.integer.signum() == 0) {
      return integer.signum() == 0 ? that : this;
    }
    int common = Math.min(exponent, that.exponent);
    return new Dyadic(
        integer.shiftLeft(exponent - common).add(that.integer.shiftLeft(that.exponent - common)),
        common);
  }

  Dyadic minus(Dyadic that) {
    return plus(new Dyadic(that.integer.negate(), that.exponent));
  }

  boolean isNegative() {
    return integer.signum() < 0;
  }

  ScaledNumber rounded() {
    int drop = Math.max(0, integer.bitLength() - ENOUGH);
    return ScaledNumber.of(integer.shiftRight(drop).doubleValue(), exponent + drop);
  }
}
