package org.ntksweep.core.observe.collapse;

import java.util.function.IntUnaryOperator;

/**
 * How far features have collapsed to the means of their classes, and these to a simplex that the
 * last weights are dual to. Everything is 0 for features that have. With n features of examples of
 * C classes, class means {@code mu_c}, their mean {@code mu_G} over classes, {@code Mbar = [mu_c -
 * mu_G]}, {@code G = Mbar' Mbar} and the last weights W:
 *
 * <pre>
 * variability     NC1   tr(Sigma_W Sigma_B^+) / C, Sigma_W the covariance within classes over all
 *                       examples, Sigma_B that of the class means
 * deviation       NC1   standard deviation of a feature within a class, mean over classes, features
 * normVariation   NC2   std / mean of |mu_c - mu_G| over classes
 * angleError      NC2   mean over c != d of |cos(mu_c - mu_G, mu_d - mu_G) + 1/(C-1)|
 * simplexError    NC2   | G/|G|_F - (I - J/C)/sqrt(C-1) |_F
 * dualityError    NC3   | W'/|W|_F - Mbar/|Mbar|_F |_F
 * notNearest      NC4   share of examples of which the network says another class than that of the
 *                       nearest class mean
 * </pre>
 *
 * <p>NC1 to NC4 of Papyan, Han and Donoho (2020), PNAS 117; the deviation and the simplex error are
 * those of Seleznova et al. (2023), NeurIPS 36. All but the deviation do not depend on the scale of
 * features. NaN throughout where a class has no example, there is one class, or a feature is not
 * finite; NaN where means coincide.
 *
 * @param variability NC1
 * @param deviation NC1, in units of features
 * @param normVariation NC2
 * @param angleError NC2
 * @param simplexError NC2
 * @param dualityError NC3
 * @param notNearest NC4
 */
public record NeuralCollapse(
    double variability,
    double deviation,
    double normVariation,
    double angleError,
    double simplexError,
    double dualityError,
    double notNearest) {
  private static final NeuralCollapse UNKNOWN =
      new NeuralCollapse(
          Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * Looks at features, twice, and keeps none of them: {@code O(N n C)} time, {@code O(n C)} memory.
   *
   * @param classOf the class of every example, from 0
   * @param weights a row of n numbers for every class, in any unit
   * @param answered the class that the network says an example is of
   */
  public static NeuralCollapse of(
      Features features, int[] classOf, double[][] weights, IntUnaryOperator answered) {
    int classes = weights.length;
    ClassMoments moments = new ClassMoments(classOf, classes, weights[0].length);
    features.visit(moments);
    double deviation = moments.deviation();
    if (classes < 2 || !Double.isFinite(deviation)) {
      return UNKNOWN;
    }
    double[][] mean = moments.means();
    ClassMeans means = new ClassMeans(mean);
    WithinClasses within = new WithinClasses(mean, means, classOf, answered);
    features.visit(within);
    return new NeuralCollapse(
        within.variability(),
        deviation,
        means.normVariation(),
        means.angleError(),
        means.simplexError(),
        means.dualityError(weights),
        within.notNearest());
  }
}
