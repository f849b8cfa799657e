package org.ntksweep.core.estimate.ratio;

/**
 * The sums over samples {@code t_i} of weight {@code w_i} that formulas are made of, each sample as
 * often as it occurs. Plain samples have weight 1.
 *
 * @param size N, how many samples there are
 * @param sum {@code S1 = sum w_i t_i}
 * @param squares {@code S2 = sum w_i t_i^2}
 * @param ownSquares {@code sum (w_i t_i)^2}, which of plain samples is S2
 * @param weighted whether weights may differ from 1
 */
public record Sums(double size, double sum, double squares, double ownSquares, boolean weighted) {

  /** The sums over plain samples. */
  public static Sums plain(double size, double sum, double squares) {
    return new Sums(size, sum, squares, squares, false);
  }

  /** The sums over samples with weights. */
  public static Sums weighted(double size, double sum, double squares, double ownSquares) {
    return new Sums(size, sum, squares, ownSquares, true);
  }

  /**
   * A ratio that Cauchy and Schwarz put at 1 or above where all samples weigh the same: there,
   * rounding may not say otherwise.
   */
  double notBelowOne(double ratio) {
    return weighted ? ratio : Math.max(1, ratio);
  }
}
