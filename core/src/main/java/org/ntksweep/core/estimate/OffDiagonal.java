package org.ntksweep.core.estimate;

import org.ntksweep.core.estimate.bootstrap.Moments;

/**
 * The mean of an entry over the mean of the diagonal, {@code R = m_xy / m_xx}, from samples of the
 * same networks. NaN where the mean of the diagonal is 0.
 *
 * @param ratio R
 * @param error the standard error of R by the delta method for paired samples, {@code sqrt(sum
 *     (t_xy - R t_xx)^2 / (N (N-1))) / |m_xx|}
 * @param low the lower end of its interval, R less {@link StudentInterval#halfWidth} errors
 * @param high the upper end
 */
public record OffDiagonal(double ratio, double error, double low, double high) {
  /** Where the mean of the diagonal is 0. */
  public static final OffDiagonal UNDEFINED =
      new OffDiagonal(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** What the diagonal is to itself, its mean not being 0. */
  public static final OffDiagonal OF_DIAGONAL = new OffDiagonal(1, 0, 1, 1);

  /**
   * With the interval that belongs to ratio and error.
   *
   * @param samples N, at least 2
   * @param confidence the nominal coverage of the interval
   */
  public static OffDiagonal of(double ratio, double error, long samples, double confidence) {
    double reach = error == 0 ? 0 : StudentInterval.halfWidth(confidence, samples - 1) * error;
    return new OffDiagonal(ratio, error, ratio - reach, ratio + reach);
  }

  static OffDiagonal of(SampleSeries series, SampleSeries diagonal, double confidence) {
    double mean = Moments.of(diagonal.values()).mean();
    if (mean == 0) {
      return UNDEFINED;
    }
    int n = series.size();
    double ratio = Moments.of(series.values()).mean() / mean;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double residual = series.value(i) - ratio * diagonal.value(i);
      squares += residual * residual;
    }
    double error = Math.sqrt(squares / n / (n - 1)) / Math.abs(mean);
    int exponent = series.exponent() - diagonal.exponent();
    return of(Math.scalb(ratio, exponent), Math.scalb(error, exponent), n, confidence);
  }
}
