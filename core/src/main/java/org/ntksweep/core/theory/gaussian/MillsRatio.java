package org.ntksweep.core.theory.gaussian;

import org.ntksweep.core.number.Normal;

/**
 * Laplace transforms of the normal bell over half a line, for arguments from 0 on:
 *
 * <pre>
 * R(k) = integral of exp(-k x - x^2 / 2)        Mills' ratio
 * J(k) = integral of x exp(-k x - x^2 / 2)      = 1 - k R(k)
 * </pre>
 *
 * <p>To a relative error of 3e-14.
 */
public final class MillsRatio {
  /** {@code R(0)}. */
  public static final double AT_ZERO = Math.sqrt(Math.PI / 2);

  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  /** From here on the asymptotic series is exact to rounding. */
  private static final double FAR = 10;

  private MillsRatio() {}

  /** {@code R(k)}. */
  public static double of(double k) {
    return k < FAR ? ROOT_TWO_PI * Normal.tailOverBell(k) : (1 - first(k)) / k;
  }

  /** {@code J(k)}. */
  public static double first(double k) {
    return k < FAR ? 1 - k * of(k) : far(k);
  }

  /** {@code 1/k^2 - 1 3/k^4 + 1 3 5/k^6 - ...}, up to its smallest term. */
  private static double far(double k) {
    double z = 1 / (k * k);
    double term = z;
    double sum = 0;
    for (int m = 3; Math.abs(term) > 0x1p-55 * sum; m += 2) {
      sum += term;
      term *= -m * z;
    }
    return sum;
  }

  /**
   * {@code J(0) - J(a) - J(b) + J(a + b)}, positive: where its arguments are small, by the powers
   * of J, whose coefficients are {@code (-1)^m c_m} with {@code c_m = c_{m-2} / (m - 1)}.
   */
  public static double mixedDifference(double a, double b) {
    double sum = a + b;
    if (sum > 0.5) {
      return 1 - first(a) - first(b) + first(sum);
    }
    double odd = AT_ZERO;
    double even = 1;
    double lower = b;
    double upper = a;
    double mixed = 0;
    double total = 0;
    for (int m = 2; m <= 20; m += 2) {
      // From (a + b)^(m - 1) - a^(m - 1) - b^(m - 1) to that of the next two powers.
      mixed = sum * mixed + a * lower + b * upper;
      lower *= b;
      upper *= a;
      even /= m - 1;
      total += even * mixed;
      mixed = sum * mixed + a * lower + b * upper;
      lower *= b;
      upper *= a;
      odd /= m;
      total -= odd * mixed;
    }
    return total;
  }
}
