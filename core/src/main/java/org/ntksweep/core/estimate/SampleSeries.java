package org.ntksweep.core.estimate;

import java.util.Arrays;
import org.ntksweep.core.number.ScaledNumber;

/**
 * Samples of one kernel entry in sample order, free of scale: kept as {@code value * 2^exponent}
 * with one exponent for all of them, chosen so that the largest magnitude among the values lies in
 * [0.5, 1). Ratios of moments of the values are those of the samples, at any scale. Immutable.
 */
public final class SampleSeries {
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
    ScaledNumber[] samples = new ScaledNumber[theta.length];
    Arrays.setAll(samples, i -> sample(i, theta[i], logAbsTheta[i]));
    int common =
        Arrays.stream(samples)
            .filter(sample -> !sample.isZero())
            .mapToInt(ScaledNumber::exponent)
            .max()
            .orElse(0);
    return new SampleSeries(
        Arrays.stream(samples).mapToDouble(sample -> sample.inUnitsOf(common)).toArray(), common);
  }

  /**
   * One sample, read as {@link #of} reads each.
   *
   * @param number what to call it in an error
   * @throws IllegalArgumentException if it is NaN, or has neither a normal {@code theta} nor a
   *     logarithm below positive infinity
   */
  public static ScaledNumber sample(long number, double theta, double logAbs) {
    boolean normal = Math.abs(theta) >= Double.MIN_NORMAL && Math.abs(theta) <= Double.MAX_VALUE;
    if (Double.isNaN(theta) || !(normal || logAbs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "sample " + number + ": theta " + theta + " with log_abs_theta " + logAbs);
    }
    if (normal) {
      return ScaledNumber.of(theta);
    }
    ScaledNumber magnitude = ScaledNumber.exp(logAbs);
    return Math.copySign(1, theta) < 0 ? magnitude.negated() : magnitude;
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
