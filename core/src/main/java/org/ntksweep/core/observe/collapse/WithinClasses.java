package org.ntksweep.core.observe.collapse;

import java.util.function.IntUnaryOperator;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.SymmetricEigen;
import org.ntksweep.core.matrix.UpperTriangles;

/**
 * Where examples are beside the means of their classes: what {@code Mbar'} makes of the differences
 * {@code h - mu_c}, C numbers an example, and which mean is nearest.
 */
final class WithinClasses implements Features.Visitor {
  private final ClassMoments moments;
  private final ClassMeans means;
  private final double[][] mean;
  private final IntUnaryOperator answered;
  private final double ulp;

  /** {@code Mbar' Sigma_W Mbar} times the number of examples, in units. */
  private final double[][] within;

  /** {@code |h - mu_c|^2} over the examples of a class, in units. */
  private final double[] squares;

  private final double[] difference;
  private final double[] z;
  private int examples;
  private int notNearest;

  /**
   * Of nobody yet.
   *
   * @param moments of the same features
   * @param means those of the moments, less their mean
   * @param answered the class that the network says an example is of
   * @param precision of the numbers that the features were computed in
   */
  WithinClasses(
      ClassMoments moments, ClassMeans means, IntUnaryOperator answered, Precision precision) {
    this.moments = moments;
    this.means = means;
    this.answered = answered;
    ulp = precision.ulp();
    mean = moments.means();
    squares = new double[mean.length];
    within = new double[mean.length][mean.length];
    difference = new double[mean[0].length];
    z = new double[mean.length];
  }

  @Override
  public void take(int i, double[] h) {
    int own = moments.classOf()[i];
    for (int p = 0; p < difference.length; p++) {
      difference[p] = (h[p] - mean[own][p]) / means.unit();
    }
    squares[own] += Rows.inner(difference, difference);
    for (int c = 0; c < z.length; c++) {
      z[c] = Rows.inner(means.centered(c), difference);
    }
    for (int c = 0; c < z.length; c++) {
      for (int d = 0; d < z.length; d++) {
        within[c][d] += z[c] * z[d];
      }
    }
    notNearest += answered.applyAsInt(i) == nearest(own) ? 0 : 1;
    examples++;
  }

  /** By {@code |h - mu_c|^2 = |h - mu_G|^2 - 2 <mu_c - mu_G, h - mu_G> + G_cc}. */
  private int nearest(int own) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < z.length; c++) {
      double distance = means.gram(c, c) - 2 * (z[c] + means.gram(c, own));
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    return nearest;
  }

  /** The share of examples that the network says are not of the class of the nearest mean. */
  double notNearest() {
    return (double) notNearest / examples;
  }

  /** What of it is NC1. */
  Variability variability() {
    return new Variability(ofCovariances(), moments.deviation(), ofDistances());
  }

  /**
   * What rounding of features may add to the squared length of a difference of means, in units
   * twice: of all C means, as of two.
   */
  private double rounding(double[]... of) {
    double squares = 0;
    for (double[] mu : of) {
      for (double entry : mu) {
        squares += (ulp * entry / means.unit()) * (ulp * entry / means.unit());
      }
    }
    return squares;
  }

  /**
   * {@code (V_c + V_d) / (2 |mu_c - mu_d|^2)}, mean over pairs. NaN where two means coincide, but
   * for rounding.
   */
  private double ofDistances() {
    int classes = z.length;
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d < c; d++) {
        double distance2 = means.distance2(c, d);
        double variances = squares[c] / moments.count(c) + squares[d] / moments.count(d);
        sum += distance2 > rounding(mean[c], mean[d]) ? variances / distance2 : Double.NaN;
      }
    }
    return sum / classes / (classes - 1);
  }

  /**
   * {@code tr((G^+)^2 Mbar' Sigma_W Mbar)}, which is {@code tr(Sigma_W Sigma_B^+) / C}: from the
   * {@code C - 1} largest eigenvalues of G, if rounding, of G or of the features, can tell them
   * from 0. NaN if there are none, or one is not finite.
   */
  private double ofCovariances() {
    int classes = z.length;
    double[] gram = new double[UpperTriangles.size(classes)];
    int p = 0;
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int d = c; d < classes; d++) {
        gram[p++] = means.gram(c, d);
        sum += means.gram(c, d) + within[c][d];
      }
    }
    return Double.isFinite(sum) ? ofCovariances(SymmetricEigen.of(gram)) : Double.NaN;
  }

  private double ofCovariances(SymmetricEigen eigen) {
    int classes = z.length;
    double[] values = eigen.values();
    double ofGram = Math.ulp(1.0) * values[classes - 1];
    double rounding = classes * Math.max(ofGram, rounding(mean));
    double[][] half = new double[classes][];
    for (int c = 0; c < classes; c++) {
      half[c] = eigen.components(within[c]);
    }
    double sum = values[classes - 1] > rounding ? 0 : Double.NaN;
    for (int k = 1; k < classes; k++) {
      if (values[k] > rounding) {
        sum += eigen.components(column(half, k))[k] / (values[k] * values[k]);
      }
    }
    return sum / examples;
  }

  private static double[] column(double[][] rows, int k) {
    double[] column = new double[rows.length];
    for (int c = 0; c < rows.length; c++) {
      column[c] = rows[c][k];
    }
    return column;
  }
}
