package org.ntksweep.core.number;

/**
 * The standard normal distribution function Phi and its density, from one exponential: {@code
 * Phi(-t) = exp(-t^2 / 2) Q(t)} with a smooth Q. The SIMD twin evaluates the same operations in the
 * same order.
 */
public final class Normal {
  /** Beyond this distance from 0 the tail, below 1e-137, is taken for zero. */
  public static final double FLAT = 25;

  /** The density at 0. */
  public static final double ONE_OVER_SQRT_TWO_PI = 0x1.9884533d43651p-2;

  /** Q is expanded about this argument. */
  public static final double MIDDLE = 5;

  /**
   * {@code (t + 5) Q(t)} on [0, 25] as a polynomial in {@code (t - 5) / (t + 5)}, highest power
   * first (the variable of Shepherd and Laframboise 1981). Interpolated at Chebyshev's points in 60
   * digits; the relative error is below 7e-17, coefficients rounded.
   */
  public static final Polynomial TAIL =
      new Polynomial(
          0x1.3ffdd64226c0bp-29,
          0x1.1339feb852880p-27,
          -0x1.641df1f670822p-27,
          -0x1.211ca5fa27af2p-24,
          0x1.7024bd1a0ef00p-25,
          0x1.d2c75c19c1419p-22,
          -0x1.6959e83a4f471p-22,
          -0x1.73cf75771b7b4p-19,
          0x1.0b2340f7e25dbp-18,
          0x1.17dea8368fe39p-16,
          -0x1.a17091d9d8b99p-15,
          -0x1.f2148cb63f29cp-15,
          0x1.1daf1c415532dp-11,
          -0x1.a250377f6f4ddp-11,
          -0x1.88590ea1c0001p-9,
          0x1.54b4d4f48e650p-6,
          -0x1.1b1c254c9f81cp-4,
          0x1.51f6329f01b26p-3,
          -0x1.410ed5f8759cap-2,
          0x1.fb31653876f8bp-2,
          -0x1.54ad03f27ca17p-1,
          0x1.89d3abe1f95aep-1);

  private Normal() {}

  /** {@code exp(-t^2 / 2)}, the square taken to twice the digits; 0 beyond {@link #FLAT}. */
  public static double bell(double t) {
    if (t > FLAT) {
      return 0;
    }
    double square = t * t;
    double lost = Math.fma(t, t, -square);
    return Elementary.exp(-0.5 * square) * Math.fma(-0.5, lost, 1);
  }

  /** {@code Q(t)} for t in [0, 25]. */
  public static double tailOverBell(double t) {
    double inverse = 1 / (t + MIDDLE);
    return TAIL.at((t - MIDDLE) * inverse) * inverse;
  }
}
