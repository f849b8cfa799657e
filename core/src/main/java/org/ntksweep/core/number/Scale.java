package org.ntksweep.core.number;

/**
 * Powers of two carried beside numbers that outgrow a double; multiplying by them loses nothing.
 */
public final class Scale {
  /**
   * Magnitudes outside [2^-100, 2^100] are rescaled: products of two of them and sums stay in
   * range.
   */
  private static final double LARGE = 0x1p100;

  private static final double SMALL = 0x1p-100;

  private Scale() {}

  /** Whether a number, not zero, should be brought back to about 1. */
  public static boolean isExtreme(double x) {
    double magnitude = Math.abs(x);
    return magnitude > LARGE || (magnitude < SMALL && magnitude > 0);
  }

  /** The even exponent e with {@code x 2^-e} in [1, 4) or so. */
  public static int evenExponent(double x) {
    return Math.getExponent(x) & -2;
  }

  /** {@code x 2^e}. */
  public static double shift(double x, int e) {
    return e == 0 ? x : Math.scalb(x, e);
  }
}
