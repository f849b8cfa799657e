package org.ntksweep.core.theory.exact;

import org.ntksweep.core.number.Elementary;

/**
 * The functions {@code phi_2(z) = (e^z - 1 - z) / z^2} and {@code phi_3(z) = (phi_2(z) - 1/2) / z}
 * of exponential integrators (Hochbruck and Ostermann, Acta Numerica 2010): {@code phi_2} is the
 * mean of {@code e^{z s}} over the triangle {@code 0 < s < t < 1}, times its area.
 */
public final class PhiFunction {
  /** Below this magnitude the series is summed, beyond it the difference keeps its digits. */
  private static final double SERIES_END = 1;

  /** The next term is below 1e-19 of the sum. */
  private static final int TERMS = 18;

  private PhiFunction() {}

  /**
   * {@code phi_2(z)}, to a relative error below 2e-15.
   *
   * @param z at most 709
   */
  public static double phi2(double z) {
    return Math.abs(z) <= SERIES_END ? series(2, z) / 2 : (Elementary.exp(z) - 1 - z) / (z * z);
  }

  /**
   * {@code phi_3(z)}, to a relative error below 4e-15.
   *
   * @param z at most 709
   */
  public static double phi3(double z) {
    return Math.abs(z) <= SERIES_END ? series(3, z) / 6 : (phi2(z) - 0.5) / z;
  }

  /** The sum of {@code z^k n! / (k + n)!}. */
  private static double series(int n, double z) {
    double sum = 1;
    for (int k = TERMS + 1; k > n; k--) {
      sum = Math.fma(z / k, sum, 1);
    }
    return sum;
  }
}
