package org.ntksweep.core.estimate;

import org.ntksweep.core.simd.Kernels;

/**
 * A sample {@code t_1..t_m} in which {@code t_i} occurs {@code w_i} times, with the sums the
 * estimators are made of: {@code N = sum w}, {@code S1 = sum w t} and {@code S2 = sum w t^2}. The
 * multiplicities change, as bootstrap replicates do, while the values stay.
 */
final class WeightedSample {
  private final Kernels kernels = Kernels.best();
  private final double[] values;
  private final double[] squares;

  /** S1 and S2. */
  private final double[] sums = new double[2];

  private double[] counts;
  private double size;

  /** Every value once. */
  WeightedSample(double[] values) {
    this.values = values;
    squares = new double[values.length];
    double[] ones = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = values[i] * values[i];
      ones[i] = 1;
    }
    weigh(ones, values.length);
  }

  /** Value i {@code counts[i]} times, {@code size} in all. */
  WeightedSample weigh(double[] counts, double size) {
    this.counts = counts;
    this.size = size;
    kernels.dotBoth(counts, 0, values, squares, values.length, sums);
    return this;
  }

  /** The number of distinct places m, whether or not they count. */
  int places() {
    return values.length;
  }

  double value(int i) {
    return values[i];
  }

  double square(int i) {
    return squares[i];
  }

  double count(int i) {
    return counts[i];
  }

  /** N, the sum of all counts. */
  double size() {
    return size;
  }

  /** S1. */
  double sum() {
    return sums[0];
  }

  /** S2. */
  double sumOfSquares() {
    return sums[1];
  }
}
