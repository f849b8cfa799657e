package org.ntksweep.core.training.blocks;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.matrix.SymmetricEigen;
import org.ntksweep.core.observe.collapse.Features;
import org.ntksweep.core.theory.blocks.OuterProductSum;

/**
 * The features of examples of C classes, m each, in two parts: class means, and what is left.
 *
 * @param means {@code H1'}, a row for every class
 * @param within {@code H2 H2'}: the sum of {@code (h - mu_c) (h - mu_c)' / m}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FeatureParts(double[][] means, OuterProductSum within) {

  /** Looks at features twice. */
  static FeatureParts of(Features features, int[] classOf, int classes, int dimension) {
    double perClass = (double) classOf.length / classes;
    double[][] means = new double[classes][dimension];
    features.visit(
        (i, h) -> {
          double[] mean = means[classOf[i]];
          for (int p = 0; p < dimension; p++) {
            mean[p] += h[p] / perClass;
          }
        });
    OuterProductSum within = new OuterProductSum(dimension);
    double[] deviation = new double[dimension];
    features.visit(
        (i, h) -> {
          for (int p = 0; p < dimension; p++) {
            deviation[p] = h[p] - means[classOf[i]][p];
          }
          within.add(1 / perClass, deviation);
        });
    return new FeatureParts(means, within);
  }

  /** Whether all of it is numbers. */
  boolean isFinite() {
    double sum = within.norm();
    for (double[] mean : means) {
      for (double p : mean) {
        sum += Math.abs(p);
      }
    }
    return Double.isFinite(sum);
  }

  /** As few rows d as there can be with {@code H2 H2' = sum of d d'}: multiples of eigenvectors. */
  double[][] deviations() {
    SymmetricEigen eigen = SymmetricEigen.of(upperTriangle());
    double[] values = eigen.values();
    double rounding = values.length * Math.ulp(1.0) * values[values.length - 1];
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      if (values[k] > rounding) {
        double[] row = eigen.vector(k);
        for (int p = 0; p < row.length; p++) {
          row[p] *= Math.sqrt(values[k]);
        }
        rows.add(row);
      }
    }
    return rows.toArray(double[][]::new);
  }

  private double[] upperTriangle() {
    int n = within.order();
    double[] triangle = new double[n * (n + 1) / 2];
    int at = 0;
    for (int p = 0; p < n; p++) {
      for (int q = p; q < n; q++) {
        triangle[at++] = within.at(p, q);
      }
    }
    return triangle;
  }
}
