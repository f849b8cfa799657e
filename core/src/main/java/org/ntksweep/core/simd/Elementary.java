package org.ntksweep.core.simd;

/**
 * Elementary functions from correctly rounded operations alone, so that their results are the same
 * on every machine ({@link Math} promises that for none of them). Coefficients are shared with the
 * SIMD twin, which evaluates the same operations in the same order.
 */
public final class Elementary {
  /** Adding it rounds a double of magnitude below 2^51 to an integer, held in the low bits. */
  static final double ROUND = 0x1.8p52;

  static final double LOG2_E = 0x1.71547652b82fep0;

  /** The leading bits of log 2: its product with any exponent is exact. */
  static final double LN_2_HIGH = 0x1.62e42fefa38p-1;

  static final double LN_2_LOW = 0x1.ef35793c7673p-45;

  static final double TWO_OVER_SQRT_PI = 0x1.20dd750429b6dp0;

  /** Beyond this argument 1 - tanh is below half an ulp of 1. */
  static final double TANH_FLAT = 20;

  /** Beyond this argument 1 - erf is below half an ulp of 1. */
  static final double ERF_FLAT = 6;

  /** Below this argument exp is taken for zero. */
  static final double EXP_FLAT = -700;

  /**
   * {@code (e^r - 1 - r) / r^2} for |r| below 0.35: 1/13!, ..., 1/3!, 1/2!, highest power first.
   */
  static final double[] EXPM1 = taylorOfExpm1();

  /**
   * {@code R(u)} with {@code erf(x) = 1 - exp(-x R((x - 3) / 3))} on [0, 6], highest power first. A
   * weighted least squares fit in 60 digits; the relative error of erf is below 7e-17.
   */
  static final double[] ERF = {
    0x1.81de7f764e665p-12,
    0x1.9d14f5ad962fcp-9,
    0x1.75ea94710028fp-7,
    0x1.74ced0c635b2bp-6,
    0x1.ae433f456c259p-6,
    0x1.db5af44382d36p-7,
    -0x1.c6323b67e19c8p-9,
    -0x1.8bd6327c8867ap-7,
    -0x1.138e7775c8d4fp-7,
    -0x1.56a19a90873fap-10,
    0x1.521a4d483d701p-10,
    0x1.7ba93ddf6b636p-10,
    -0x1.4000c203521b4p-13,
    0x1.723ec360c0411p-14,
    0x1.6d51ac852913bp-11,
    -0x1.949f27b67ccfap-9,
    0x1.0eeb96696531ap-7,
    -0x1.32f5e65fd61a9p-6,
    0x1.3c83905cd2cf8p-5,
    -0x1.33ec0dfd9efe0p-4,
    0x1.2293b80d06d91p-3,
    0x1.5d7a72e656cd9p1,
    0x1.c966f3b9c29a6p1
  };

  private static final double LN_2 = 0x1.62e42fefa39efp-1;

  private Elementary() {}

  private static double[] taylorOfExpm1() {
    double[] c = new double[12];
    double factorial = 1;
    for (int i = 0; i < c.length; i++) {
      factorial *= i + 2;
      c[c.length - 1 - i] = 1 / factorial;
    }
    return c;
  }

  /**
   * {@code e^x}, within 1 ulp.
   *
   * @param x at most 709; zero is returned below -700
   */
  public static double exp(double x) {
    if (x < EXP_FLAT) {
      return 0;
    }
    double shifted = Math.fma(x, LOG2_E, ROUND);
    double scale = powerOfTwo(shifted);
    return Math.fma(scale, reducedExpm1(x, shifted), scale);
  }

  /** {@code e^x - 1} for x in [-700, 709], to a relative error of about 1 ulp. */
  static double expm1(double x) {
    double shifted = Math.fma(x, LOG2_E, ROUND);
    double scale = powerOfTwo(shifted);
    return Math.fma(scale, reducedExpm1(x, shifted), scale - 1);
  }

  /**
   * {@code e^r - 1} for the r that is left of x once the nearest multiple of log 2 is taken away.
   */
  private static double reducedExpm1(double x, double shifted) {
    double n = shifted - ROUND;
    double r = Math.fma(n, -LN_2_LOW, Math.fma(n, -LN_2_HIGH, x));
    return Math.fma(r * r, polynomial(EXPM1, r), r);
  }

  /** {@code 2^n} from {@code ROUND + n}. */
  private static double powerOfTwo(double shifted) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
  }

  /** Horner's rule, highest power first, fused. */
  static double polynomial(double[] c, double x) {
    double sum = c[0];
    for (int i = 1; i < c.length; i++) {
      sum = Math.fma(sum, x, c[i]);
    }
    return sum;
  }

  static double tanh(double x) {
    double e = expm1(-2 * Math.min(Math.abs(x), TANH_FLAT));
    return withSignOf(x, -e / (e + 2));
  }

  static double erf(double x) {
    double t = Math.min(Math.abs(x), ERF_FLAT);
    double exponent = t * polynomial(ERF, Math.fma(t, 1.0 / 3, -1));
    return withSignOf(x, -expm1(-exponent));
  }

  private static double withSignOf(double x, double magnitude) {
    return x < 0 ? -magnitude : magnitude;
  }

  static double erfSlope(double x) {
    return TWO_OVER_SQRT_PI * exp(Math.max(-x * x, EXP_FLAT));
  }

  /**
   * The natural logarithm, within 1 ulp of the result or 1e-16, whichever is larger.
   *
   * @param x at least 0; subnormal and infinite values included, negative infinity for zero
   */
  public static double log(double x) {
    if (x < Double.MIN_NORMAL) {
      return x == 0 ? Double.NEGATIVE_INFINITY : log(x * 0x1p54) - 54 * LN_2;
    }
    if (x == Double.POSITIVE_INFINITY) {
      return x;
    }
    int exponent = Math.getExponent(x);
    double m = Math.scalb(x, -exponent);
    if (m > 1.4142135623730951) {
      m *= 0.5;
      exponent++;
    }
    return logOfMantissa(m, exponent);
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
