package org.ntksweep.core.theory.gaussian;

import org.ntksweep.core.number.Elementary;

/** The density of Kolmogorov's distribution, the law of the largest |Brownian bridge|. */
public final class KolmogorovDensity {
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  /** From here on the series in {@code exp(-2 x^2)} takes over from its dual. */
  private static final double MIDDLE = 1;

  /** Five terms of either series are exact to rounding on its side of the middle. */
  private static final int TERMS = 5;

  private KolmogorovDensity() {}

  /** The density at x, which must be positive. */
  public static double at(double x) {
    return x < MIDDLE ? below(x) : above(x);
  }

  /** The derivative of {@code 1 - 2 sum (-1)^(k-1) exp(-2 k^2 x^2)}. */
  private static double above(double x) {
    double sum = 0;
    double sign = 1;
    for (int k = 1; k <= TERMS; k++) {
      sum += sign * k * k * Elementary.exp(-2 * k * k * x * x);
      sign = -sign;
    }
    return 8 * x * sum;
  }

  /** The derivative of {@code sqrt(2 pi) / x sum exp(-(2k-1)^2 pi^2 / (8 x^2))}. */
  private static double below(double x) {
    double unit = Math.PI * Math.PI / (8 * x * x);
    double sum = 0;
    for (int k = 1; k <= TERMS; k++) {
      double exponent = (2 * k - 1) * (2 * k - 1) * unit;
      sum += (2 * exponent - 1) * Elementary.exp(-exponent);
    }
    return ROOT_TWO_PI / (x * x) * sum;
  }
}
