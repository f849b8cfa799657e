package org.ntksweep.core.estimate;

/**
 * The mean of an entry over the mean of the diagonal, {@code R = m_xy / m_xx}, from samples of the
 * same networks.
 *
 * @param ratio R; NaN if the mean of the diagonal is 0
 * @param error the standard error of R by the delta method for paired samples, {@code sqrt(sum
 *     (t_xy - R t_xx)^2 / (N (N-1))) / |m_xx|}
 */
record OffDiagonal(double ratio, double error) {

  static OffDiagonal of(SampleSeries series, SampleSeries diagonal) {
    double mean = Moments.of(diagonal.values()).mean();
    if (mean == 0) {
      return new OffDiagonal(Double.NaN, Double.NaN);
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
    return new OffDiagonal(Math.scalb(ratio, exponent), Math.scalb(error, exponent));
  }
}
