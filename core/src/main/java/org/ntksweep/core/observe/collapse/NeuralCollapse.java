package org.ntksweep.core.observe.collapse;

import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * How far features have collapsed to the means of their classes, and these to a simplex that the
 * last weights are dual to: 0 for features that have, but for norms. With n features of examples of
 * C classes, class means {@code mu_c}, their mean {@code mu_G} over classes, {@code Mbar = [mu_c -
 * mu_G]}, {@code G = Mbar' Mbar} and the last weights W:
 *
 * <pre>
 * variability     NC1   features beside the means of their classes
 * normVariation   NC2   std / mean of |mu_c - mu_G| over classes
 * angleError      NC2   mean over c != d of |cos(mu_c - mu_G, mu_d - mu_G) + 1/(C-1)|
 * simplexError    NC2   | G/|G|_F - (I - J/C)/sqrt(C-1) |_F
 * dualityError    NC3   | W'/|W|_F - Mbar/|Mbar|_F |_F
 * notNearest      NC4   share of examples of which the network says another class than that of the
 *                       nearest class mean
 * </pre>
 *
 * <p>NC2 to NC4 of Papyan, Han and Donoho (2020), PNAS 117; the simplex error is that of Seleznova
 * et al. (2023), NeurIPS 36. They do not depend on the scale of features. NaN throughout where a
 * class has no example, there is one class, or a feature is not finite; NaN where means coincide.
 *
 * @param variability NC1
 * @param normVariation NC2
 * @param angleError NC2
 * @param simplexError NC2
 * @param dualityError NC3
 * @param notNearest NC4
 * @param norms of what features are made of
 * @param nearest says which class mean is nearest; empty where nothing is known
 */
public record NeuralCollapse(
    Variability variability,
    double normVariation,
    double angleError,
    double simplexError,
    double dualityError,
    double notNearest,
    FeatureNorms norms,
    Optional<NearestMean> nearest) {
  private static final NeuralCollapse UNKNOWN =
      new NeuralCollapse(
          Variability.UNKNOWN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          FeatureNorms.UNKNOWN,
          Optional.empty());

  /**
   * Looks at features, twice, in {@code O(N n (C + min(N, n)))} time and {@code O(n (C + min(N,
   * n)))} memory.
   *
   * @param classOf the class of every example, from 0
   * @param weights a row of n numbers for every class, in any unit
   * @param answered the class that the network says an example is of
   */
  public static NeuralCollapse of(
      Features features, int[] classOf, double[][] weights, IntUnaryOperator answered) {
    return ClassMoments.of(features, classOf, weights.length, weights[0].length)
        .map(moments -> of(features, moments, weights, answered))
        .orElse(UNKNOWN);
  }

  private static NeuralCollapse of(
      Features features, ClassMoments moments, double[][] weights, IntUnaryOperator answered) {
    double[][] mean = moments.means();
    ClassMeans means = new ClassMeans(mean);
    WithinClasses within = new WithinClasses(moments, means, answered, features.precision());
    WithinNorm norm = new WithinNorm(moments, means.unit());
    features.visit(
        (i, h) -> {
          within.take(i, h);
          norm.take(i, h);
        });
    return new NeuralCollapse(
        within.variability(),
        means.normVariation(),
        means.angleError(),
        means.simplexError(),
        means.dualityError(weights),
        within.notNearest(),
        FeatureNorms.of(mean, norm.value()),
        Optional.of(new NearestMean(mean)));
  }
}
