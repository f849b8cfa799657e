package org.ntksweep.core.number;

/**
 * The tail of the logistic distribution and the logarithm that softplus takes of it, {@code log(1 +
 * e^h) = max(h, 0) + log(1 + e^-|h|)}. The SIMD twin evaluates the same operations in the same
 * order.
 */
public final class Logistic {
  /** Beyond this distance from 0 the tail, below 1e-130, is taken for zero. */
  public static final double FLAT = 300;

  /**
   * {@code (artanh(s) / s - 1) / s^2} in powers of s^2, highest first: interpolated in 60 digits at
   * the Chebyshev nodes of [0, 1/9]; the relative error of the logarithm is below 3e-18.
   */
  public static final Polynomial LOG1P =
      new Polynomial(
          0x1.37efaea22dc4bp-4,
          0x1.0371f75936f6fp-5,
          0x1.9739afdde0110p-5,
          0x1.ad46f379b316dp-5,
          0x1.e2046677f3c39p-5,
          0x1.11103f2bddc9fp-4,
          0x1.3b13b7c41e111p-4,
          0x1.745d1724e5b21p-4,
          0x1.c71c71c77e0f7p-4,
          0x1.2492492491fe8p-3,
          0x1.999999999999cp-3,
          0x1.5555555555555p-2);

  private Logistic() {}

  /** {@code exp(-t)} for t of at least 0; 0 beyond {@link #FLAT}. */
  public static double tail(double t) {
    return t > FLAT ? 0 : Elementary.exp(-t);
  }

  /** {@code log(1 + e) = 2 artanh(e / (2 + e))}, within 3 ulp, for e in [0, 1]. */
  public static double log1p(double e) {
    double s = e / (e + 2);
    double z = s * s;
    return 2 * Math.fma(z * s, LOG1P.at(z), s);
  }
}
