package org.ntksweep.core.observe.collapse;

/**
 * What features are made of: the means of their classes, {@code H1 = [mu_c]}, and the rest, with
 * {@code H2 H2'} the sum over classes of the covariance within, as in Seleznova et al. (2023),
 * NeurIPS 36, section 4, for classes of one size. Frobenius norms; no matrix of n x n is formed.
 *
 * @param classMeans {@code |H1 H1'|}, in units of squared features
 * @param withinClasses {@code |H2 H2'|}, in the same
 * @param globalMean {@code |mu_G|}, in units of features
 */
public record FeatureNorms(double classMeans, double withinClasses, double globalMean) {
  /** Of features of which a class is missing, or one is not finite. */
  static final FeatureNorms UNKNOWN = new FeatureNorms(Double.NaN, Double.NaN, Double.NaN);

  /**
   * From class means.
   *
   * @param withinClasses the norm of what is left
   */
  static FeatureNorms of(double[][] means, double withinClasses) {
    double[][] scaled = new double[means.length][];
    double[] global = new double[means[0].length];
    for (int c = 0; c < means.length; c++) {
      scaled[c] = means[c].clone();
    }
    double unit = Rows.scaleToUnit(scaled);
    OuterProducts products = new OuterProducts(means.length, global.length);
    for (double[] mean : scaled) {
      products.add(mean);
      for (int p = 0; p < global.length; p++) {
        global[p] += mean[p] / means.length;
      }
    }
    return new FeatureNorms(
        products.norm() * unit * unit, withinClasses, Rows.norm(new double[][] {global}) * unit);
  }
}
