package org.ntksweep.core.number;

/**
 * Sine and cosine at once. The argument is reduced to {@code |r| <= pi/4} by taking out a multiple
 * of pi/2 in three parts (Cody and Waite): each fused multiply-add rounds once, so r keeps its
 * digits also close to a multiple. The SIMD twin evaluates the same operations in the same order.
 */
public final class Sine {
  /** Beyond this magnitude both are left to StrictMath, which reduces any argument. */
  public static final double LIMIT = 0x1p30;

  /** {@code 2 / pi}. */
  public static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

  /** The first part of pi/2: {@code x - n} times it is exact. */
  public static final double HALF_PI_HIGH = 0x1.921fb54442d18p0;

  /** The second part of pi/2. */
  public static final double HALF_PI_MIDDLE = 0x1.1a62633145c07p-54;

  /** The third part of pi/2. */
  public static final double HALF_PI_LOW = -0x1.f1976b7ed8fbcp-110;

  /** {@code (sin r - r) / r^3} in powers of r^2, highest first: fdlibm's, error below 2^-58. */
  public static final Polynomial SIN =
      new Polynomial(
          0x1.5d93a5acfd57cp-33,
          -0x1.ae5e68a2b9cebp-26,
          0x1.71de357b1fe7dp-19,
          -0x1.a01a019c161d5p-13,
          0x1.111111110f8a6p-7,
          -0x1.5555555555549p-3);

  /** {@code (cos r - 1 + r^2/2) / r^4} in powers of r^2, highest first: fdlibm's likewise. */
  public static final Polynomial COS =
      new Polynomial(
          -0x1.8fae9be8838d4p-37,
          0x1.1ee9ebdb4b1c4p-29,
          -0x1.27e4f809c52adp-22,
          0x1.a01a019cb1590p-16,
          -0x1.6c16c16c15177p-10,
          0x1.555555555554cp-5);

  private Sine() {}

  /** Writes {@code sin x[i]} and {@code cos x[i]} for one i. */
  public static void at(int i, double[] x, double[] sin, double[] cos) {
    if (Math.abs(x[i]) > LIMIT) {
      beyondLimit(i, x, sin, cos);
      return;
    }
    double shifted = Math.fma(x[i], TWO_OVER_PI, Elementary.ROUND);
    double n = shifted - Elementary.ROUND;
    double r = Math.fma(n, -HALF_PI_HIGH, x[i]);
    r = Math.fma(n, -HALF_PI_LOW, Math.fma(n, -HALF_PI_MIDDLE, r));
    double s = sinReduced(r);
    double c = cosReduced(r);
    long quadrant = Double.doubleToRawLongBits(shifted);
    boolean odd = (quadrant & 1) != 0;
    double y = odd ? c : s;
    double slope = odd ? s : c;
    sin[i] = (quadrant & 2) == 0 ? y : -y;
    cos[i] = ((quadrant + 1) & 2) == 0 ? slope : -slope;
  }

  /** The same where {@code |x[i]|} exceeds {@link #LIMIT}. */
  public static void beyondLimit(int i, double[] x, double[] sin, double[] cos) {
    sin[i] = StrictMath.sin(x[i]);
    cos[i] = StrictMath.cos(x[i]);
  }

  private static double sinReduced(double r) {
    double z = r * r;
    return Math.fma(z * r, SIN.at(z), r);
  }

  private static double cosReduced(double r) {
    double z = r * r;
    double half = 0.5 * z;
    double leading = 1 - half;
    double lost = (1 - leading) - half;
    return leading + Math.fma(z * z, COS.at(z), lost);
  }
}
