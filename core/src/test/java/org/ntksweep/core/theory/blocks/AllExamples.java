package org.ntksweep.core.theory.blocks;

import java.util.SplittableRandom;

/**
 * Theorem 4.1 as its proof has it: every example moves by the kernel matrix of all pairs, {@code H'
 * = -W' R K}, {@code W' = -R H'}, {@code b' = -R 1}, in steps of the classical Runge-Kutta method.
 * For tests.
 */
final class AllExamples {
  private static final int C = BlockStarts.CLASSES;
  private static final int M = BlockStarts.PER_CLASS;
  private static final int N = C * M;
  private static final int F = BlockStarts.FEATURES;

  /** W, a row an output; then a row of features for every example; then b. */
  private double[] y;

  private final double[][] k = kernel(BlockStarts.KERNEL);

  private AllExamples(double[] y) {
    this.y = y;
  }

  static double[][] kernel(BlockKernel blocks) {
    double[][] k = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double same = i / M == j / M ? blocks.sameClass() : blocks.otherClass();
        k[i][j] = i == j ? blocks.diagonal() : same;
      }
    }
    return k;
  }

  static AllExamples random(SplittableRandom random) {
    double[] y = new double[C * F + N * F + C];
    for (int p = 0; p < y.length; p++) {
      y[p] = 0.4 * random.nextGaussian();
    }
    return new AllExamples(y);
  }

  /** Deviations are those of examples, one each. */
  BlockState state() {
    double[][] weights = rows(0, C);
    double[][] means = new double[C][F];
    double[][] deviations = rows(C * F, N);
    for (int i = 0; i < N; i++) {
      for (int p = 0; p < F; p++) {
        means[i / M][p] += deviations[i][p] / M;
      }
    }
    for (int i = 0; i < N; i++) {
      for (int p = 0; p < F; p++) {
        deviations[i][p] = (deviations[i][p] - means[i / M][p]) / Math.sqrt(M);
      }
    }
    double[] biases = new double[C];
    System.arraycopy(y, y.length - C, biases, 0, C);
    return new BlockState(weights, biases, means, deviations);
  }

  private double[][] rows(int from, int count) {
    double[][] rows = new double[count][F];
    for (int i = 0; i < count; i++) {
      System.arraycopy(y, from + i * F, rows[i], 0, F);
    }
    return rows;
  }

  void flow(double time, int steps) {
    double h = time / steps;
    for (int s = 0; s < steps; s++) {
      double[] k1 = slope(y);
      double[] k2 = slope(plus(h / 2, k1));
      double[] k3 = slope(plus(h / 2, k2));
      double[] k4 = slope(plus(h, k3));
      for (int p = 0; p < y.length; p++) {
        y[p] += h / 6 * (k1[p] + 2 * k2[p] + 2 * k3[p] + k4[p]);
      }
    }
  }

  private double[] plus(double h, double[] slope) {
    double[] sum = y.clone();
    for (int p = 0; p < sum.length; p++) {
      sum[p] += h * slope[p];
    }
    return sum;
  }

  double loss() {
    double sum = 0;
    for (double[] row : residuals(y)) {
      for (double r : row) {
        sum += r * r;
      }
    }
    return sum / 2;
  }

  private static double[][] residuals(double[] at) {
    double[][] r = new double[C][N];
    for (int c = 0; c < C; c++) {
      for (int i = 0; i < N; i++) {
        double sum = at[at.length - C + c] - (i / M == c ? 1 : 0);
        for (int p = 0; p < F; p++) {
          sum += at[c * F + p] * at[(C + i) * F + p];
        }
        r[c][i] = sum;
      }
    }
    return r;
  }

  private double[] slope(double[] at) {
    double[] slope = new double[at.length];
    double[][] r = residuals(at);
    for (int c = 0; c < C; c++) {
      for (int i = 0; i < N; i++) {
        double moved = 0;
        for (int j = 0; j < N; j++) {
          moved += r[c][j] * k[j][i];
        }
        for (int p = 0; p < F; p++) {
          slope[(C + i) * F + p] -= at[c * F + p] * moved;
          slope[c * F + p] -= r[c][i] * at[(C + i) * F + p];
        }
        slope[at.length - C + c] -= r[c][i];
      }
    }
    return slope;
  }
}
