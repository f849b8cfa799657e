package org.ntksweep.core.observe.collapse;

import java.util.Arrays;

/**
 * The means {@code mu_c} of C classes of features and what of a simplex they have. With their mean
 * {@code mu_G}, {@code Mbar = [mu_c - mu_G]} and {@code G = Mbar' Mbar}. All of it is in units of a
 * power of two, so that no square leaves the range of a double.
 */
final class ClassMeans {
  private final int classes;
  private final double unit;

  /** Rows of {@code Mbar'}. */
  private final double[][] centered;

  private final double[][] gram;

  /** Of as many classes as there are rows, at least two. */
  ClassMeans(double[][] means) {
    classes = means.length;
    centered = Arrays.stream(means).map(double[]::clone).toArray(double[][]::new);
    for (int p = 0; p < means[0].length; p++) {
      center(p);
    }
    unit = Rows.scaleToUnit(centered);
    gram = new double[classes][classes];
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d < classes; d++) {
        gram[c][d] = Rows.inner(centered[c], centered[d]);
      }
    }
  }

  private void center(int p) {
    double reference = centered[0][p];
    double sum = 0;
    for (double[] mean : centered) {
      sum += mean[p] - reference;
    }
    double global = reference + sum / classes;
    for (double[] mean : centered) {
      mean[p] -= global;
    }
  }

  /** What {@code Mbar} and G, and features beside them, are to be divided by, G twice. */
  double unit() {
    return unit;
  }

  /** {@code mu_c - mu_G}, in units. */
  double[] centered(int c) {
    return centered[c];
  }

  /** Entry of G, in units. */
  double gram(int c, int d) {
    return gram[c][d];
  }

  /** {@code |mu_c - mu_d|^2}, in units twice. */
  double distance2(int c, int d) {
    double sum = 0;
    for (int p = 0; p < centered[c].length; p++) {
      double difference = centered[c][p] - centered[d][p];
      sum += difference * difference;
    }
    return sum;
  }

  /** The standard deviation of {@code |mu_c - mu_G|} over classes, in units of their mean. */
  double normVariation() {
    double[] norms = new double[classes];
    Arrays.setAll(norms, c -> Math.sqrt(gram[c][c]));
    double sum = 0;
    double squares = 0;
    for (double norm : norms) {
      sum += norm - norms[0];
      squares += (norm - norms[0]) * (norm - norms[0]);
    }
    double fromFirst = sum / classes;
    double variance = Math.max(0, squares / classes - fromFirst * fromFirst);
    return Math.sqrt(variance) / (norms[0] + fromFirst);
  }

  /** {@code |cos + 1/(C-1)|} of the angle of two classes, mean over pairs. */
  double angleError() {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d < c; d++) {
        double cosine = gram[c][d] / Math.sqrt(gram[c][c] * gram[d][d]);
        sum += Math.abs(cosine + 1.0 / (classes - 1));
      }
    }
    return 2 * sum / classes / (classes - 1);
  }

  /** {@code | G/|G|_F - (I - J/C)/sqrt(C-1) |_F}. */
  double simplexError() {
    double norm = Rows.norm(gram);
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d < classes; d++) {
        double simplex = ((c == d ? 1 : 0) - 1.0 / classes) / Math.sqrt(classes - 1);
        double error = gram[c][d] / norm - simplex;
        sum += error * error;
      }
    }
    return Math.sqrt(sum);
  }

  /**
   * {@code | W'/|W|_F - Mbar/|Mbar|_F |_F}.
   *
   * @param weights rows of W, a class each, as many numbers as there are features, in any unit
   */
  double dualityError(double[][] weights) {
    double[][] w = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    Rows.scaleToUnit(w);
    double norm = Rows.norm(centered);
    double weightNorm = Rows.norm(w);
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int p = 0; p < centered[c].length; p++) {
        double error = w[c][p] / weightNorm - centered[c][p] / norm;
        sum += error * error;
      }
    }
    return Math.sqrt(sum);
  }
}
