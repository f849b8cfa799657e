package org.ntksweep.core.observe.collapse;

/**
 * How far features are spread within their classes, NC1, in three definitions; 0 where every class
 * has features of its own alone. With N examples of C classes, class means {@code mu_c} and their
 * mean {@code mu_G}:
 *
 * <pre>
 * ofCovariances   tr(Sigma_W Sigma_B^+) / C, Sigma_W the covariance within classes over all
 *                 examples, Sigma_B that of the class means    Papyan, Han, Donoho (2020), PNAS 117
 * deviation       standard deviation of a feature within a class, mean over classes and features
 *                                                              Seleznova et al. (2023), NeurIPS 36
 * ofDistances     (V_c + V_d) / (2 |mu_c - mu_d|^2), V the mean of |h - mu_c|^2 over a class, mean
 *                 over pairs of classes (CDNV)                 Galanti, György, Hutter (2022), ICLR
 * </pre>
 *
 * <p>All but the deviation do not depend on the scale of features. NaN where a class has no
 * example, there is one class, a feature is not finite, or means coincide: for {@code
 * ofCovariances} all of them, for {@code ofDistances} any two.
 *
 * @param ofCovariances from 0
 * @param deviation in units of features
 * @param ofDistances from 0
 */
public record Variability(double ofCovariances, double deviation, double ofDistances) {
  /** Of features of which nothing is known. */
  static final Variability UNKNOWN = new Variability(Double.NaN, Double.NaN, Double.NaN);
}
