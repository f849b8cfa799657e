package org.ntksweep.core.estimate.ratio;

import org.ntksweep.core.simd.Kernels;

/**
 * Samples {@code t_1..t_m} of which {@code t_i} occurs {@code c_i} times, as in a bootstrap
 * replicate. The multiplicities change while the values stay. One thread at a time.
 */
public final class Resample {
  private final Kernels kernels = Kernels.best();
  private final double[] values;
  private final double[] squares;

  /** S1 and S2. */
  private final double[] work = new double[2];

  private double[] counts;
  private Sums sums;

  /** Every value once; the array is kept. */
  public Resample(double[] values) {
    this.values = values;
    squares = new double[values.length];
    double[] ones = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = values[i] * values[i];
      ones[i] = 1;
    }
    occurring(ones, values.length);
  }

  /** Value i {@code counts[i]} times, {@code size} in all; the array is kept. */
  public Resample occurring(double[] counts, double size) {
    this.counts = counts;
    kernels.dotBoth(counts, 0, values, squares, values.length, work);
    sums = new Sums(size, work[0], work[1]);
    return this;
  }

  /** The number m of places, whether or not their values occur. */
  public int places() {
    return values.length;
  }

  /** {@code t_i}. */
  public double value(int i) {
    return values[i];
  }

  /** {@code t_i^2}. */
  public double square(int i) {
    return squares[i];
  }

  /** {@code c_i}. */
  public double count(int i) {
    return counts[i];
  }

  /** The sums over all that occur. */
  public Sums sums() {
    return sums;
  }
}
