package org.ntksweep.core.estimate;

import java.util.Arrays;
import org.ntksweep.core.estimate.ratio.Terms;
import org.ntksweep.core.number.ScaledNumber;

/**
 * Samples of one kernel entry in sample order, free of scale: kept as {@code value * 2^exponent}
 * with one exponent for all of them, chosen so that the largest magnitude among the values lies in
 * [0.5, 1). Ratios of moments of the values are those of the samples, at any scale. A sample of
 * weight w that is t has the value {@code w t}. Immutable.
 */
public final class SampleSeries {
  private final Terms terms;
  private final int exponent;
  private final LogScatter logs;

  private SampleSeries(Terms terms, int exponent, LogScatter logs) {
    this.terms = terms;
    this.exponent = exponent;
    this.logs = logs;
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
    ScaledNumber[] samples = samples(theta, logAbsTheta);
    int common = largestExponent(samples);
    return new SampleSeries(
        Terms.plain(inUnitsOf(common, samples)), common, logs(samples, logAbsTheta));
  }

  /**
   * The same with weights. Where all are 1 this is the series without.
   *
   * @param logWeight their logarithms; below positive infinity
   * @throws IllegalArgumentException likewise, or if one is NaN or infinite
   */
  public static SampleSeries of(double[] theta, double[] logAbsTheta, double[] logWeight) {
    if (Arrays.stream(logWeight).allMatch(w -> w == 0)) {
      return of(theta, logAbsTheta);
    }
    ScaledNumber[] samples = samples(theta, logAbsTheta);
    ScaledNumber[] values = new ScaledNumber[samples.length];
    Arrays.setAll(values, i -> samples[i].times(weight(i, logWeight[i])));
    int common = largestExponent(values);
    double[] squares = new double[samples.length];
    Arrays.setAll(squares, i -> values[i].times(samples[i]).inUnitsOf(2 * common));
    return new SampleSeries(
        Terms.weighted(inUnitsOf(common, values), squares), common, logs(samples, logAbsTheta));
  }

  private static ScaledNumber[] samples(double[] theta, double[] logAbsTheta) {
    if (theta.length == 0 || theta.length != logAbsTheta.length) {
      throw new IllegalArgumentException(
          theta.length + " samples with " + logAbsTheta.length + " logarithms");
    }
    ScaledNumber[] samples = new ScaledNumber[theta.length];
    Arrays.setAll(samples, i -> sample(i, theta[i], logAbsTheta[i]));
    return samples;
  }

  private static int largestExponent(ScaledNumber[] numbers) {
    return Arrays.stream(numbers)
        .filter(number -> !number.isZero())
        .mapToInt(ScaledNumber::exponent)
        .max()
        .orElse(0);
  }

  private static double[] inUnitsOf(int exponent, ScaledNumber[] numbers) {
    return Arrays.stream(numbers).mapToDouble(number -> number.inUnitsOf(exponent)).toArray();
  }

  private static LogScatter logs(ScaledNumber[] samples, double[] logAbsTheta) {
    LogScatter logs = new LogScatter();
    for (int i = 0; i < samples.length; i++) {
      logs.add(logAbs(samples[i], logAbsTheta[i]));
    }
    return logs;
  }

  /** The logarithm as given, or that of the sample where it is none. */
  public static double logAbs(ScaledNumber sample, double given) {
    return Double.isFinite(given) && !sample.isZero() ? given : sample.logAbs();
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

  /**
   * The weight of a sample.
   *
   * @param number what to call it in an error
   * @throws IllegalArgumentException if the logarithm is NaN or infinite
   */
  public static ScaledNumber weight(long number, double logWeight) {
    if (!Double.isFinite(logWeight)) {
      throw new IllegalArgumentException("sample " + number + ": log_weight " + logWeight);
    }
    return ScaledNumber.exp(logWeight);
  }

  /** The number N of samples. */
  public int size() {
    return terms.size();
  }

  /** Sample {@code i}, times its weight, divided by {@code 2^exponent}. */
  public double value(int i) {
    return terms.values()[i];
  }

  /** The power of two all values are to be multiplied with. */
  public int exponent() {
    return exponent;
  }

  /** Whether samples carry weights. */
  public boolean isWeighted() {
    return terms.weighted();
  }

  /** Whether all samples are the same number, and weigh the same. */
  boolean isConstant() {
    double first = value(0);
    return !isWeighted() && Arrays.stream(values()).allMatch(v -> v == first);
  }

  /** The values themselves, not to be written to. */
  double[] values() {
    return terms.values();
  }

  /** What the samples add to the sums of an estimator. */
  Terms terms() {
    return terms;
  }

  /** The scatter of their logarithms, weights left aside. */
  LogScatter logs() {
    return logs;
  }
}
