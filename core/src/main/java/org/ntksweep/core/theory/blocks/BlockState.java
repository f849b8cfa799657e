package org.ntksweep.core.theory.blocks;

import java.util.Arrays;

/**
 * The last layer and what enters it: weights W and biases b of K outputs, the means H1 of C classes
 * of n features, and their deviations H2, which count through {@code H2 H2'} alone. All are kept by
 * rows of n numbers, so H1 and H2 are {@code H1'} and {@code H2'} here.
 */
public final class BlockState {
  private final double[][] weights;
  private final double[] biases;
  private final double[][] means;
  private final double[][] deviations;

  /**
   * Copies its numbers.
   *
   * @param weights W, a row for each output
   * @param biases b, a number for each output
   * @param means a row for each class
   * @param deviations any number of rows d with {@code H2 H2' = sum of d d'}: of an example {@code
   *     (h - mu_c) / sqrt(m)}, or fewer that add up to the same
   */
  public BlockState(double[][] weights, double[] biases, double[][] means, double[][] deviations) {
    this.weights = copy(weights);
    this.biases = biases.clone();
    this.means = copy(means);
    this.deviations = copy(deviations);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** W, a row for each output; not to be changed. */
  public double[][] weights() {
    return weights;
  }

  /** b; not to be changed. */
  public double[] biases() {
    return biases;
  }

  /** {@code H1'}: the mean features of a class in a row; not to be changed. */
  public double[][] means() {
    return means;
  }

  /** {@code H2'}; not to be changed. */
  public double[][] deviations() {
    return deviations;
  }

  /** {@code H2 H2'}. */
  public OuterProductSum within() {
    OuterProductSum within = new OuterProductSum(weights[0].length);
    within.add(1, deviations);
    return within;
  }

  /** The rows of W, H1', H2' and b one behind the other. */
  double[] toVector() {
    double[] vector = new double[size()];
    int at = 0;
    for (double[][] rows : new double[][][] {weights, means, deviations, {biases}}) {
      for (double[] row : rows) {
        System.arraycopy(row, 0, vector, at, row.length);
        at += row.length;
      }
    }
    return vector;
  }

  /** Takes the numbers of such a vector. */
  void set(double[] vector) {
    int at = 0;
    for (double[][] rows : new double[][][] {weights, means, deviations, {biases}}) {
      for (double[] row : rows) {
        System.arraycopy(vector, at, row, 0, row.length);
        at += row.length;
      }
    }
  }

  int size() {
    int rows = weights.length + means.length + deviations.length;
    return Math.addExact(Math.multiplyExact(rows, weights[0].length), biases.length);
  }
}
