package org.ntksweep.core.estimate;

import java.util.Arrays;

/**
 * Samples of one kernel entry in sample order, free of scale: kept as {@code value * 2^exponent}
 * with one exponent for all of them, chosen so that the largest magnitude among the values lies in
 * [0.5, 1). Ratios of moments of the values are those of the samples, at any scale. Immutable.
 */
public final class SampleSeries {
  static final double LN_2 = 0.6931471805599453;
  private static final int NO_EXPONENT = Integer.MIN_VALUE;

  private final double[] values;
  private final int exponent;

  private SampleSeries(double[] values, int exponent) {
    this.values = values;
    this.exponent = exponent;
  }

  /**
   * Samples whose magnitude may exceed the range of a double. Where {@code theta[i]} is a normal
   * number it is only multiplied by a power of two, which is exact. Where it is infinite, subnormal
   * or zero, it gives the sign and {@code logAbsTheta[i]} the magnitude; the largest value then
   * lies in [0.5, 1) to rounding.
   *
   * @param theta the samples, as doubles
   * @param logAbsTheta their logarithms {@code log |theta|}; negative infinity for an exact zero
   * @throws IllegalArgumentException if there is no sample, the lengths differ, a sample is NaN, or
   *     one has neither a normal {@code theta} nor a logarithm below positive infinity
   */
  public static SampleSeries of(double[] theta, double[] logAbsTheta) {
    if (theta.length == 0 || theta.length != logAbsTheta.length) {
      throw new IllegalArgumentException(
          theta.length + " samples with " + logAbsTheta.length + " logarithms");
    }
    int largest = NO_EXPONENT;
    for (int i = 0; i < theta.length; i++) {
      check(i, theta[i], logAbsTheta[i]);
      largest = Math.max(largest, exponent(theta[i], logAbsTheta[i]));
    }
    int common = largest == NO_EXPONENT ? 0 : largest;
    double[] values = new double[theta.length];
    Arrays.setAll(values, i -> scaled(theta[i], logAbsTheta[i], common));
    return new SampleSeries(values, common);
  }

  static void check(long i, double theta, double logAbs) {
    boolean known = isNormal(theta) || logAbs < Double.POSITIVE_INFINITY;
    if (Double.isNaN(theta) || !known) {
      throw new IllegalArgumentException(
          "sample " + i + ": theta " + theta + " with log_abs_theta " + logAbs);
    }
  }

  private static boolean isNormal(double x) {
    return Math.abs(x) >= Double.MIN_NORMAL && Math.abs(x) <= Double.MAX_VALUE;
  }

  /** The e for which {@code |theta| 2^-e} is in [0.5, 1). */
  static int exponent(double theta, double logAbs) {
    if (isNormal(theta)) {
      return Math.getExponent(theta) + 1;
    }
    return logAbs == Double.NEGATIVE_INFINITY ? NO_EXPONENT : (int) Math.floor(logAbs / LN_2) + 1;
  }

  static double scaled(double theta, double logAbs, int exponent) {
    return isNormal(theta)
        ? Math.scalb(theta, -exponent)
        : Math.copySign(StrictMath.exp(logAbs - exponent * LN_2), theta);
  }

  /** The number N of samples. */
  public int size() {
    return values.length;
  }

  /** Sample {@code i} divided by {@code 2^exponent}. */
  public double value(int i) {
    return values[i];
  }

  /** The power of two all values are to be multiplied with. */
  public int exponent() {
    return exponent;
  }

  /** Whether all samples are the same number. */
  boolean isConstant() {
    return Arrays.stream(values).allMatch(v -> v == values[0]);
  }

  /** The values themselves, not to be written to. */
  double[] values() {
    return values;
  }
}
