package org.ntksweep.core.observe.collapse;

import java.util.function.IntUnaryOperator;

/** The oracle: neural collapse from covariances of all features and a pseudo-inverse of them. */
public final class PlainCollapse {
  private final double[][] h;
  private final int[] classOf;
  private final int classes;
  private final int features;
  private final double[][] mean;
  private final double[] global;

  /** Of features, a row for every example. */
  public PlainCollapse(double[][] h, int[] classOf, int classes) {
    this.h = h;
    this.classOf = classOf;
    this.classes = classes;
    features = h[0].length;
    mean = new double[classes][features];
    global = new double[features];
    for (int c = 0; c < classes; c++) {
      for (int p = 0; p < features; p++) {
        double sum = 0;
        for (int i = 0; i < h.length; i++) {
          sum += classOf[i] == c ? h[i][p] : 0;
        }
        mean[c][p] = sum / count(c);
        global[p] += mean[c][p] / classes;
      }
    }
  }

  private int count(int c) {
    int count = 0;
    for (int of : classOf) {
      count += of == c ? 1 : 0;
    }
    return count;
  }

  public double variability() {
    double[][] within = new double[features][features];
    double[][] between = new double[features][features];
    for (int p = 0; p < features; p++) {
      for (int q = 0; q < features; q++) {
        for (int i = 0; i < h.length; i++) {
          double[] mu = mean[classOf[i]];
          within[p][q] += (h[i][p] - mu[p]) * (h[i][q] - mu[q]) / h.length;
        }
        for (int c = 0; c < classes; c++) {
          between[p][q] += (mean[c][p] - global[p]) * (mean[c][q] - global[q]) / classes;
        }
      }
    }
    double[][] inverse = pseudoInverse(between);
    double trace = 0;
    for (int p = 0; p < features; p++) {
      for (int q = 0; q < features; q++) {
        trace += within[p][q] * inverse[q][p];
      }
    }
    return trace / classes;
  }

  public double deviation() {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int p = 0; p < features; p++) {
        double squares = 0;
        for (int i = 0; i < h.length; i++) {
          double difference = classOf[i] == c ? h[i][p] - mean[c][p] : 0;
          squares += difference * difference;
        }
        sum += Math.sqrt(squares / count(c));
      }
    }
    return sum / classes / features;
  }

  public double distances() {
    double[] variance = new double[classes];
    for (int i = 0; i < h.length; i++) {
      variance[classOf[i]] += distance2(h[i], classOf[i]) / count(classOf[i]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d < classes; d++) {
        sum += c == d ? 0 : (variance[c] + variance[d]) / 2 / distance2(mean[c], d);
      }
    }
    return sum / classes / (classes - 1);
  }

  public double classMeansNorm() {
    double sum = 0;
    for (int p = 0; p < features; p++) {
      for (int q = 0; q < features; q++) {
        double entry = 0;
        for (int c = 0; c < classes; c++) {
          entry += mean[c][p] * mean[c][q];
        }
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum);
  }

  public double withinClassNorm() {
    double sum = 0;
    for (int p = 0; p < features; p++) {
      for (int q = 0; q < features; q++) {
        double entry = 0;
        for (int i = 0; i < h.length; i++) {
          double[] mu = mean[classOf[i]];
          entry += (h[i][p] - mu[p]) * (h[i][q] - mu[q]) / count(classOf[i]);
        }
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum);
  }

  public double globalMeanNorm() {
    double sum = 0;
    for (double entry : global) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }

  private double inner(int c, int d) {
    double sum = 0;
    for (int p = 0; p < features; p++) {
      sum += (mean[c][p] - global[p]) * (mean[d][p] - global[p]);
    }
    return sum;
  }

  public double normVariation() {
    double sum = 0;
    double squares = 0;
    for (int c = 0; c < classes; c++) {
      sum += Math.sqrt(inner(c, c)) / classes;
    }
    for (int c = 0; c < classes; c++) {
      squares += Math.pow(Math.sqrt(inner(c, c)) - sum, 2) / classes;
    }
    return Math.sqrt(squares) / sum;
  }

  public double angleError() {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d < classes; d++) {
        double cosine = inner(c, d) / Math.sqrt(inner(c, c) * inner(d, d));
        sum += c == d ? 0 : Math.abs(cosine + 1.0 / (classes - 1));
      }
    }
    return sum / classes / (classes - 1);
  }

  public double simplexError() {
    double norm2 = 0;
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d < classes; d++) {
        norm2 += inner(c, d) * inner(c, d);
      }
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d < classes; d++) {
        double simplex = ((c == d ? 1.0 : 0.0) - 1.0 / classes) / Math.sqrt(classes - 1.0);
        sum += Math.pow(inner(c, d) / Math.sqrt(norm2) - simplex, 2);
      }
    }
    return Math.sqrt(sum);
  }

  public double dualityError(double[][] w) {
    double weights = 0;
    double means = 0;
    for (int c = 0; c < classes; c++) {
      means += inner(c, c);
      for (double entry : w[c]) {
        weights += entry * entry;
      }
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int p = 0; p < features; p++) {
        double m = (mean[c][p] - global[p]) / Math.sqrt(means);
        sum += Math.pow(w[c][p] / Math.sqrt(weights) - m, 2);
      }
    }
    return Math.sqrt(sum);
  }

  public double notNearest(IntUnaryOperator answered) {
    return notNearest(h, answered);
  }

  /** By the means of these features, of others. */
  public double notNearest(double[][] x, IntUnaryOperator answered) {
    int others = 0;
    for (int i = 0; i < x.length; i++) {
      int nearest = 0;
      for (int c = 1; c < classes; c++) {
        nearest = distance2(x[i], c) < distance2(x[i], nearest) ? c : nearest;
      }
      others += answered.applyAsInt(i) == nearest ? 0 : 1;
    }
    return (double) others / x.length;
  }

  private double distance2(double[] x, int c) {
    double sum = 0;
    for (int p = 0; p < features; p++) {
      sum += Math.pow(x[p] - mean[c][p], 2);
    }
    return sum;
  }

  /** As numpy's pinv: from eigenvalues by Jacobi rotations, those below 1e-13 of the largest 0. */
  private static double[][] pseudoInverse(double[][] symmetric) {
    int n = symmetric.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = symmetric[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < 60; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, a[i][i]);
    }
    double[][] inverse = new double[n][n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n && a[k][k] > 1e-13 * largest; i++) {
        for (int j = 0; j < n; j++) {
          inverse[i][j] += v[i][k] * v[j][k] / a[k][k];
        }
      }
    }
    return inverse;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    for (int k = 0; k < a.length; k++) {
      double x = a[k][p];
      double y = a[k][q];
      a[k][p] = cosine * x - sine * y;
      a[k][q] = sine * x + cosine * y;
      x = v[k][p];
      y = v[k][q];
      v[k][p] = cosine * x - sine * y;
      v[k][q] = sine * x + cosine * y;
    }
    for (int k = 0; k < a.length; k++) {
      double x = a[p][k];
      double y = a[q][k];
      a[p][k] = cosine * x - sine * y;
      a[q][k] = sine * x + cosine * y;
    }
  }
}
