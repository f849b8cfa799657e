package org.ntksweep.core.estimate;

import java.util.Arrays;
import org.ntksweep.core.estimate.interval.StudentInterval;

/**
 * The mean of independent values of one law, with an interval that covers the law's mean as often
 * as asked if the law is not far from normal or the values are many (Student 1908).
 *
 * @param mean their mean; NaN without values
 * @param se its standard error; NaN with less than two values, or where they are not all finite
 * @param lo the lower end of the interval {@code mean -+ t se}; NaN where {@code se} is
 * @param hi the upper end
 */
public record MeanEstimate(double mean, double se, double lo, double hi) {
  /** The estimate from nothing. */
  public static final MeanEstimate NONE =
      new MeanEstimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * The estimate from some values, in their order: another order may round otherwise.
   *
   * @param values of which those that are NaN are left out
   * @param confidence the coverage of the interval, in (0, 1)
   */
  public static MeanEstimate of(double[] values, double confidence) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    return known.length == 0 ? NONE : ofKnown(known, confidence);
  }

  /**
   * The estimate of the variance of some values' law, unbiased: the mean of the jackknife's
   * pseudo-values {@code (n (x - mean)^2 - s^2) / (n - 2)}, whose scatter is its standard error
   * (Tukey 1958). The interval is too narrow where values are few.
   *
   * @param values of which those that are NaN are left out; with less than three of them, or where
   *     they are not all finite, nothing is known
   * @param confidence the coverage of the interval, in (0, 1)
   */
  public static MeanEstimate ofVariance(double[] values, double confidence) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    int n = known.length;
    if (n < 3 || !Arrays.stream(known).allMatch(Double::isFinite)) {
      return NONE;
    }
    double mean = mean(known);
    double[] squares = Arrays.stream(known).map(x -> (x - mean) * (x - mean)).toArray();
    double variance = Arrays.stream(squares).sum() / (n - 1);
    return ofKnown(
        Arrays.stream(squares).map(square -> (n * square - variance) / (n - 2)).toArray(),
        confidence);
  }

  private static MeanEstimate ofKnown(double[] values, double confidence) {
    int n = values.length;
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double se = n == 1 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
    double reach = n == 1 || se == 0 ? se : StudentInterval.halfWidth(confidence, n - 1) * se;
    return new MeanEstimate(mean, se, mean - reach, mean + reach);
  }

  /** Divided once more by what is left over, so that equal values are their mean. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double rest = 0;
    for (double value : values) {
      rest += value - mean;
    }
    return Double.isFinite(rest) ? mean + rest / values.length : mean;
  }
}
