package org.ntksweep.core.estimate.ratio;

/**
 * What each sample {@code t_i} of weight {@code w_i} adds to {@link Sums}. The arrays are not to be
 * written to.
 *
 * @param values {@code w_i t_i}
 * @param squares {@code w_i t_i^2}
 * @param ownSquares {@code (w_i t_i)^2}, of plain samples the squares
 * @param weighted whether weights may differ from 1
 */
@SuppressWarnings("ArrayRecordComponent") // terms of one point, never compared
public record Terms(double[] values, double[] squares, double[] ownSquares, boolean weighted) {

  /** The terms of plain samples. */
  public static Terms plain(double[] samples) {
    double[] squares = squares(samples);
    return new Terms(samples, squares, squares, false);
  }

  /**
   * The terms of samples with weights.
   *
   * @param values {@code w_i t_i}
   * @param squares {@code w_i t_i^2}
   */
  public static Terms weighted(double[] values, double[] squares) {
    return new Terms(values, squares, squares(values), true);
  }

  private static double[] squares(double[] values) {
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = values[i] * values[i];
    }
    return squares;
  }

  /** The number N of samples. */
  public int size() {
    return values.length;
  }
}
