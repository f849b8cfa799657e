package org.ntksweep.core.number;

/**
 * The arctangent of a quotient. Halving the angle, {@code arctan(y / x) = 2 arctan(y / (x +
 * sqrt(x^2 + y^2)))}, brings every argument to [-1, 1], where one odd polynomial serves. The SIMD
 * twin evaluates the same operations in the same order.
 */
public final class Arctan {
  /**
   * {@code (arctan t - t) / t^3} in powers of t^2, highest first: interpolated in 60 digits at the
   * Chebyshev nodes of [0, 1]; the relative error of the arctangent is below 8e-17.
   */
  public static final Polynomial SERIES =
      new Polynomial(
          0x1.2f07811f9f6e9p-16,
          -0x1.a359b96a4eee4p-13,
          0x1.1325b2f8964bep-10,
          -0x1.ca3677db66678p-9,
          0x1.123baedb61abdp-7,
          -0x1.fd0e4de8fed90p-7,
          0x1.843f4bca23369p-6,
          -0x1.00390504e9f2fp-5,
          0x1.3328700bb8169p-5,
          -0x1.5d02278205cc7p-5,
          0x1.841dcf603a209p-5,
          -0x1.aebbb1647a168p-5,
          0x1.e1d0239d392a6p-5,
          -0x1.110fff599e4d2p-4,
          0x1.3b1399d1dcdc7p-4,
          -0x1.745d15ee35819p-4,
          0x1.c71c71bb00a6cp-4,
          -0x1.24924924753ecp-3,
          0x1.9999999999620p-3,
          -0x1.5555555555555p-2);

  private Arctan() {}

  /** {@code arctan(y / x)} for positive x. */
  public static double of(double y, double x) {
    double t = y / (x + Math.sqrt(Math.fma(y, y, x * x)));
    double z = t * t;
    return 2 * Math.fma(z * t, SERIES.at(z), t);
  }
}
