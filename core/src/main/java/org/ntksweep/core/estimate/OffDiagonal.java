package org.ntksweep.core.estimate;

import org.ntksweep.core.estimate.bootstrap.Moments;
import org.ntksweep.core.estimate.interval.StudentInterval;

/**
 * The mean of an entry over the mean of the diagonal, {@code R = m_xy / m_xx}, from samples of the
 * same networks. NaN where the mean of the diagonal is 0.
 *
 * <p>The interval is that of Student's law rather than of bootstrap percentiles: it needs no
 * replicates, so that every estimator has it and summaries give the same bits, and holds as well or
 * better, except of few samples deep in the chaotic phase, where neither does. Nominal 95 %, width
 * 50, cosine 0.5; each cell, in percent: intervals of Student's law that cover, those of
 * percentiles.
 *
 * <pre>
 *      N | relu 1.5    |  2, L = 20  |  2.5        | tanh 1.5 0.1|  3, L = 20
 *        |      L = 10 |             |      L = 30 |      L = 15 |
 *      5 |  93.3  79.4 |  85.7  81.3 |  75.1  79.4 |  88.6  76.5 |  91.5  81.8
 *     10 |  91.8  87.3 |  87.2  88.6 |  77.4  85.0 |  89.2  84.6 |  93.5  88.5
 *     20 |  93.4  91.1 |  89.8  90.8 |  83.1  89.6 |  90.9  88.9 |  94.7  91.4
 *     50 |  93.5  92.8 |  91.9  92.0 |  85.3  88.9 |  93.8  92.9 |  93.7  92.4
 *    200 |  95.0  94.9 |  95.0  94.6 |  91.8  92.2 |  93.8  92.4 |  94.4  93.1
 *   1000 |  96.0  96.0 |  96.0  94.5 |  94.5  94.3 |  94.8  94.8 |  95.0  94.5
 * </pre>
 *
 * <p>(1000 runs a cell, 400 at N = 1000: a cell is known to 0.7 and 1.1. OffDiagonalCalibration
 * among the tests prints it.)
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
