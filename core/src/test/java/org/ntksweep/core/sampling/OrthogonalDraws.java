package org.ntksweep.core.sampling;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** Semi-orthogonal matrices whose entries have variance 1, by the method of Gram and Schmidt. */
record OrthogonalDraws(DoubleSupplier normal) implements ExplicitNetworkSampler.Draws {

  @Override
  public void fillWeights(double[] out, int rows, int columns) {
    double[][] q = orthonormal(Math.min(rows, columns), Math.max(rows, columns));
    double factor = Math.sqrt(Math.max(rows, columns));
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        out[r * columns + c] = factor * (rows >= columns ? q[c][r] : q[r][c]);
      }
    }
  }

  @Override
  public void fillBiases(double[] out) {
    Arrays.setAll(out, i -> normal.getAsDouble());
  }

  private double[][] orthonormal(int count, int length) {
    double[][] q = new double[count][length];
    for (int i = 0; i < count; i++) {
      Arrays.setAll(q[i], c -> normal.getAsDouble());
      // Twice, or rounding errors of nearly parallel vectors remain.
      for (int j = 0; j < 2 * i; j++) {
        add(-dot(q[i], q[j % i]), q[j % i], q[i]);
      }
      double norm = Math.sqrt(dot(q[i], q[i]));
      double[] vector = q[i];
      Arrays.setAll(vector, c -> vector[c] / norm);
    }
    return q;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double factor, double[] a, double[] to) {
    for (int i = 0; i < a.length; i++) {
      to[i] += factor * a[i];
    }
  }
}
