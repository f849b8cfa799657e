package org.ntksweep.core.observe.collapse;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * How far features of examples that a network was not trained on have collapsed: to the means of
 * their own classes, and, as the network answers, to those of the training examples.
 *
 * @param variability NC1, of their own means
 * @param notNearest NC4, the share of them of which the network says another class than that of the
 *     nearest class mean of the training examples; NaN where these means are not known or features
 *     are not finite
 */
public record TestCollapse(Variability variability, double notNearest) {

  /**
   * Looks at features.
   *
   * @param classOf the class of every example, from 0
   * @param training the class means of the training examples; empty where they are not known
   * @param answered the class that the network says an example is of
   */
  public static TestCollapse of(
      Features features, int[] classOf, Optional<NearestMean> training, IntUnaryOperator answered) {
    return training
        .map(means -> of(features, classOf, means, answered))
        .orElse(new TestCollapse(Variability.UNKNOWN, Double.NaN));
  }

  private static TestCollapse of(
      Features features, int[] classOf, NearestMean training, IntUnaryOperator answered) {
    double[] others = new double[1];
    features.visit((i, h) -> others[0] += other(training.of(h), answered.applyAsInt(i)));
    Variability variability =
        ClassMoments.of(features, classOf, training.classes(), training.dimension())
            .map(moments -> variability(features, moments, answered))
            .orElse(Variability.UNKNOWN);
    return new TestCollapse(variability, others[0] / classOf.length);
  }

  private static double other(OptionalInt nearest, int answered) {
    return nearest.isEmpty() ? Double.NaN : nearest.getAsInt() == answered ? 0 : 1;
  }

  private static Variability variability(
      Features features, ClassMoments moments, IntUnaryOperator answered) {
    ClassMeans means = new ClassMeans(moments.means());
    WithinClasses within = new WithinClasses(moments, means, answered, features.precision());
    features.visit(within);
    return within.variability();
  }
}
