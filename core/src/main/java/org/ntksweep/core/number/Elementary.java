package org.ntksweep.core.number;

/**
 * Elementary functions from correctly rounded operations alone, so that their results are the same
 * on every machine ({@link Math} promises that for none of them). Coefficients are shared with the
 * SIMD twin, which evaluates the same operations in the same order.
 */
public final class Elementary {
  /** Adding it rounds a double of magnitude below 2^51 to an integer, held in the low bits. */
  public static final double ROUND = 0x1.8p52;

  /** {@code 1 / log 2}. */
  public static final double LOG2_E = 0x1.71547652b82fep0;

  /** The leading bits of log 2: its product with any exponent is exact. */
  public static final double LN_2_HIGH = 0x1.62e42fefa38p-1;

  /** The rest of log 2. */
  public static final double LN_2_LOW = 0x1.ef35793c7673p-45;

  /** The slope of erf at 0. */
  public static final double TWO_OVER_SQRT_PI = 0x1.20dd750429b6dp0;

  /** Beyond this argument 1 - tanh is below half an ulp of 1. */
  public static final double TANH_FLAT = 20;

  /** Beyond this argument 1 - erf is below half an ulp of 1. */
  public static final double ERF_FLAT = 6;

  /** Beyond this argument the sigmoid's distance from 0 or 1, 5e-131, no longer shrinks. */
  public static final double SIGMOID_FLAT = 300;

  /** Below this argument exp is taken for zero. */
  public static final double EXP_FLAT = -700;

  /**
   * {@code (e^r - 1 - r) / r^2} for |r| below 0.35: 1/13!, ..., 1/3!, 1/2!, highest power first.
   */
  public static final Polynomial EXPM1 = taylorOfExpm1();

  /**
   * {@code R(u)} with {@code erf(x) = 1 - exp(-x R((x - 3) / 3))} on [0, 6], highest power first. A
   * weighted least squares fit in 60 digits; the relative error of erf is below 7e-17.
   */
  public static final Polynomial ERF =
      new Polynomial(
          -0x1.60dcf5e064691p-12,
          -0x1.615ada2730b2fp-9,
          -0x1.2db8081ed2c7ep-7,
          -0x1.1a146c375ab21p-6,
          -0x1.24d070ebe28f3p-6,
          -0x1.b9328a215fd3dp-8,
          0x1.d35b68dcb99d7p-8,
          0x1.7800cf0f817dfp-7,
          0x1.88d7eb3ab114fp-8,
          -0x1.ae4969cace3fcp-12,
          -0x1.0628396f7f969p-9,
          -0x1.51e5ac790b91cp-10,
          0x1.22d1d78969236p-12,
          -0x1.ef9803a64130fp-13,
          0x1.b7ac3b831c223p-13,
          0x1.867b0b64e81c4p-11,
          -0x1.941605852f366p-9,
          0x1.0edd0d0c7bc4dp-7,
          -0x1.32f7faeae5d0dp-6,
          0x1.3c838075dcdc6p-5,
          -0x1.33ec0ca2f550dp-4,
          0x1.2293b82642475p-3,
          0x1.5d7a72e66030ap1,
          0x1.c966f3b9c23aep1);

  private Elementary() {}

  private static Polynomial taylorOfExpm1() {
    double[] c = new double[12];
    double factorial = 1;
    for (int i = 0; i < c.length; i++) {
      factorial *= i + 2;
      c[c.length - 1 - i] = 1 / factorial;
    }
    return new Polynomial(c);
  }

  /**
   * {@code e^x}, within 1 ulp.
   *
   * @param x at most 709; zero is returned below -700
   */
  public static double exp(double x) {
    return x < EXP_FLAT ? 0 : expMinus(x, 0);
  }

  /** {@code e^x - 1} for x in [-700, 709], to a relative error of about 1 ulp. */
  public static double expm1(double x) {
    return expMinus(x, 1);
  }

  /** {@code e^x - less}, less being 0 or 1: {@code 2^n e^r - less} with n nearest to x / log 2. */
  private static double expMinus(double x, double less) {
    double shifted = Math.fma(x, LOG2_E, ROUND);
    double n = shifted - ROUND;
    double r = Math.fma(n, -LN_2_LOW, Math.fma(n, -LN_2_HIGH, x));
    double reduced = Math.fma(r * r, EXPM1.at(r), r);
    double scale = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
    return Math.fma(scale, reduced, scale - less);
  }

  /** The hyperbolic tangent, within 4 ulp; not a number where {@code x} is not. */
  public static double tanh(double x) {
    double e = expm1(-2 * Math.min(Math.abs(x), TANH_FLAT));
    return withSignOf(x, -e / (e + 2));
  }

  /** The error function, within 12 ulp; not a number where {@code x} is not. */
  public static double erf(double x) {
    double t = Math.min(Math.abs(x), ERF_FLAT);
    double exponent = t * ERF.at(Math.fma(t, 1.0 / 3, -1));
    return withSignOf(x, -expm1(-exponent));
  }

  private static double withSignOf(double x, double magnitude) {
    return x < 0 ? -magnitude : magnitude;
  }

  /** {@code 2/sqrt(pi) exp(-x^2)}, to about {@code x^2} ulp; below 1e-304 it no longer shrinks. */
  public static double erfSlope(double x) {
    return TWO_OVER_SQRT_PI * exp(Math.max(-x * x, EXP_FLAT));
  }

  /**
   * The natural logarithm, within 1 ulp of the result or 1e-16, whichever is larger.
   *
   * @param x at least 0; subnormal and infinite values included, negative infinity for zero
   */
  public static double log(double x) {
    return log(x, 0);
  }

  /**
   * {@code log(x 2^e)}, as {@link #log(double)} gives it, however far beyond a double the number
   * lies.
   *
   * @param x at least 0; subnormal and infinite values included, negative infinity for zero
   * @param e of magnitude below 2^30
   */
  public static double log(double x, int e) {
    if (x < Double.MIN_NORMAL) {
      return x == 0 ? Double.NEGATIVE_INFINITY : log(x * 0x1p54, e - 54);
    }
    if (!(x < Double.POSITIVE_INFINITY)) {
      return x;
    }
    int exponent = Math.getExponent(x);
    double m = Math.scalb(x, -exponent);
    if (m > 1.4142135623730951) {
      m *= 0.5;
      exponent++;
    }
    return logOfMantissa(m, exponent + e);
  }

  /**
   * {@code log m + n log 2} with {@code log m = 2 artanh((m - 1)/(m + 1))}, by its Taylor series.
   */
  private static double logOfMantissa(double m, int n) {
    double f = m - 1;
    double s = f / (m + 1);
    double z = s * s;
    double series = 1.0 / 23;
    for (int k = 21; k >= 3; k -= 2) {
      series = Math.fma(series, z, 1.0 / k);
    }
    // 2s = f - s f: the leading term is exact.
    double tail = Math.fma(2 * s * z, series, Math.fma(n, LN_2_LOW, -s * f));
    return Math.fma(n, LN_2_HIGH, f + tail);
  }
}
