package org.ntksweep.core.estimate;

import org.ntksweep.core.number.Dyadic;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The mean of an entry over the mean of the diagonal, {@code R = m_xy / m_xx}, from samples of the
 * same networks.
 *
 * @param ratio R; NaN if the mean of the diagonal is 0
 * @param error the standard error of R by the delta method for paired samples, {@code sqrt(sum
 *     (t_xy - R t_xx)^2 / (N (N-1))) / |m_xx|}
 */
record OffDiagonal(double ratio, double error) {
  private static final OffDiagonal UNDEFINED = new OffDiagonal(Double.NaN, Double.NaN);

  static OffDiagonal of(SampleSeries series, SampleSeries diagonal) {
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
    return new OffDiagonal(Math.scalb(ratio, exponent), Math.scalb(error, exponent));
  }

  /** What the diagonal is to itself. */
  static OffDiagonal ofDiagonal(EntryMoments diagonal) {
    boolean zero = diagonal.powers().sum().rounded().mantissa() == 0;
    return zero ? UNDEFINED : new OffDiagonal(1, 0);
  }

  /**
   * From the sums over n samples of an entry and the diagonal, to the precision of a double however
   * close R is.
   */
  static OffDiagonal of(EntryMoments entry, EntryMoments diagonal, long n) {
    ScaledNumber mean = diagonal.powers().sum().rounded();
    if (mean.mantissa() == 0) {
      return UNDEFINED;
    }
    ScaledNumber sum = entry.powers().sum().rounded();
    double ratio = Math.scalb(sum.mantissa() / mean.mantissa(), sum.exponent() - mean.exponent());
    return new OffDiagonal(ratio, error(entry, diagonal, mean, n));
  }

  /** From {@code S_x^2 sum (y - R x)^2 = S_yy S_x^2 - 2 S_x S_y S_xy + S_xx S_y^2}. */
  private static double error(
      EntryMoments entry, EntryMoments diagonal, ScaledNumber mean, long n) {
    Dyadic x = diagonal.powers().sum().exact();
    Dyadic y = entry.powers().sum().exact();
    Dyadic squares =
        entry
            .powers()
            .squares()
            .exact()
            .times(x)
            .times(x)
            .minus(Dyadic.of(2).times(x).times(y).times(entry.products().exact()))
            .plus(diagonal.powers().squares().exact().times(y).times(y));
    ScaledNumber known = squares.isNegative() ? ScaledNumber.ZERO : squares.rounded();
    double fourth = mean.mantissa() * mean.mantissa() * mean.mantissa() * mean.mantissa();
    double variance = known.mantissa() / fourth * n / (n - 1);
    return ScaledNumber.of(variance, known.exponent() - 4 * mean.exponent()).sqrt().inUnitsOf(0);
  }
}
