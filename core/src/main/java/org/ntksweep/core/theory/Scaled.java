package org.ntksweep.core.theory;

import org.ntksweep.core.simd.Elementary;

/**
 * A number that is not negative and whose size knows no bounds, {@code m 2^e}: sums and products as
 * accurate as those of doubles, at any depth of a network.
 *
 * @param m 0, or between 2^-300 and 2^300
 * @param e the exponent, 0 if m is 0
 */
record Scaled(double m, int e) {
  static final Scaled ZERO = new Scaled(0, 0);
  static final Scaled ONE = new Scaled(1, 0);

  private static final double LN_2 = 0x1.62e42fefa39efp-1;
  private static final double LARGE = 0x1p300;
  private static final double SMALL = 0x1p-300;

  /** The number {@code x}, at least 0 and finite. */
  static Scaled of(double x) {
    return of(x, 0);
  }

  private static Scaled of(double m, int e) {
    if (m == 0) {
      return ZERO;
    }
    if (m >= SMALL && m <= LARGE) {
      return new Scaled(m, e);
    }
    int shift = Math.getExponent(m);
    return new Scaled(Math.scalb(m, -shift), e + shift);
  }

  Scaled plus(Scaled that) {
    if (e == that.e) {
      return of(m + that.m, e);
    }
    if (m == 0 || (that.m != 0 && that.e > e)) {
      return that.m == 0 ? this : that.plusSmaller(this);
    }
    return plusSmaller(that);
  }

  /** The sum with a number of smaller exponent, or with zero. */
  private Scaled plusSmaller(Scaled that) {
    return of(m + Math.scalb(that.m, that.e - e), e);
  }

  Scaled times(Scaled that) {
    return of(m * that.m, e + that.e);
  }

  /** The product with a factor that is 0 or between 1e-100 and 1e100. */
  Scaled times(double factor) {
    return of(m * factor, e);
  }

  /** The quotient by a number that is not 0; NaN for 0/0. */
  Scaled over(Scaled that) {
    return of(m / that.m, e - that.e);
  }

  /** The quotient by a divisor between 1e-100 and 1e100. */
  Scaled over(double divisor) {
    return of(m / divisor, e);
  }

  /** The number as a double: infinite or 0 where the range ends. */
  double value() {
    return Math.scalb(m, e);
  }

  /** The natural logarithm; negative infinity for 0. */
  double log() {
    return Math.fma(e, LN_2, Elementary.log(m));
  }
}
