package org.ntksweep.core.observe.collapse;

import java.util.OptionalInt;
import org.ntksweep.core.observe.Units;

/** Says of features which of some class means is nearest. */
public final class NearestMean {
  private final double[][] mean;
  private final double unit;

  /** The nearest of these, a row each. */
  NearestMean(double[][] means) {
    mean = means;
    unit = Units.of(means);
  }

  /** How many means there are. */
  int classes() {
    return mean.length;
  }

  /** How many features they have. */
  int dimension() {
    return mean[0].length;
  }

  /**
   * The class of the mean that is nearest to features; of several the first. Empty where none is at
   * a finite distance.
   */
  OptionalInt of(double[] h) {
    OptionalInt nearest = OptionalInt.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < mean.length; c++) {
      double distance2 = distance2(h, mean[c]);
      if (distance2 < least) {
        least = distance2;
        nearest = OptionalInt.of(c);
      }
    }
    return nearest;
  }

  private double distance2(double[] h, double[] mu) {
    double sum = 0;
    for (int p = 0; p < mu.length; p++) {
      double difference = (h[p] - mu[p]) / unit;
      sum += difference * difference;
    }
    return sum;
  }
}
