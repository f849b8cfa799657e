package org.ntksweep.core.observe;

/**
 * How a kernel of several outputs, or features, is shared among pairs of them, from the norms of
 * its blocks.
 *
 * @param own {@code |Theta_kk|_F}, mean over k
 * @param across {@code |Theta_ks|_F}, mean over {@code k != s}; NaN where there is one
 * @param share of {@code k != s} in the sum of {@code |Theta_ks|_F^2} over all, from 0 to 1; NaN
 *     where there is one
 */
public record PairShares(double own, double across, double share) {

  /**
   * That of a kernel.
   *
   * @param norms the upper triangle of the norms of its blocks, row by row
   * @param count of how many outputs, or features
   */
  public static PairShares of(double[] norms, int count) {
    double unit = Units.of(norms);
    double own = 0;
    double across = 0;
    double ownSquares = 0;
    double acrossSquares = 0;
    int p = 0;
    for (int k = 0; k < count; k++) {
      for (int s = k; s < count; s++) {
        double norm = norms[p++] / unit;
        if (k == s) {
          own += norm;
          ownSquares += norm * norm;
        } else {
          across += norm;
          acrossSquares += 2 * norm * norm;
        }
      }
    }
    double pairs = (norms.length - count) / unit;
    return new PairShares(
        unit * own / count,
        across / pairs,
        count == 1 ? Double.NaN : acrossSquares / (ownSquares + acrossSquares));
  }
}
