package org.ntksweep.core.observe.collapse;

import java.util.Optional;

/**
 * Means and variances of features, class by class, of examples that come one after the other. They
 * are those of the differences from the first example of the class: examples that are the same have
 * no variance, to the last bit.
 */
final class ClassMoments implements Features.Visitor {
  private final int[] classOf;
  private final int dimension;
  private final int[] count;
  private final double[][] first;
  private final double[][] sum;
  private final double[][] squares;

  /**
   * Those of features; empty where a class has no example, there is one class, or a feature is not
   * finite.
   *
   * @param classOf the class of every example, below {@code classes}
   * @param dimension the number n of features
   */
  static Optional<ClassMoments> of(Features features, int[] classOf, int classes, int dimension) {
    ClassMoments moments = new ClassMoments(classOf, classes, dimension);
    features.visit(moments);
    return classes > 1 && Double.isFinite(moments.deviation())
        ? Optional.of(moments)
        : Optional.empty();
  }

  private ClassMoments(int[] classOf, int classes, int dimension) {
    this.classOf = classOf;
    this.dimension = dimension;
    count = new int[classes];
    first = new double[classes][dimension];
    sum = new double[classes][dimension];
    squares = new double[classes][dimension];
  }

  @Override
  public void take(int i, double[] h) {
    int c = classOf[i];
    if (count[c]++ == 0) {
      System.arraycopy(h, 0, first[c], 0, dimension);
    }
    for (int p = 0; p < dimension; p++) {
      double difference = h[p] - first[c][p];
      sum[c][p] += difference;
      squares[c][p] += difference * difference;
    }
  }

  /** The class of every example. */
  int[] classOf() {
    return classOf;
  }

  /** How many examples a class has. */
  int count(int c) {
    return count[c];
  }

  /** The mean of every class. */
  double[][] means() {
    double[][] means = new double[count.length][dimension];
    for (int c = 0; c < count.length; c++) {
      for (int p = 0; p < dimension; p++) {
        means[c][p] = first[c][p] + sum[c][p] / count[c];
      }
    }
    return means;
  }

  /** The standard deviation of a feature within a class, mean over classes and features. */
  double deviation() {
    double deviations = 0;
    for (int c = 0; c < count.length; c++) {
      for (int p = 0; p < dimension; p++) {
        double mean = sum[c][p] / count[c];
        double variance = squares[c][p] / count[c] - mean * mean;
        deviations += variance < 0 ? 0 : Math.sqrt(variance);
      }
    }
    return deviations / count.length / dimension;
  }
}
