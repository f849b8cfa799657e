package org.ntksweep.core.estimate.ratio;

import java.util.Arrays;
import org.ntksweep.core.simd.Kernels;

/**
 * Samples of which sample i occurs {@code c_i} times, as in a bootstrap replicate; it carries its
 * weight along. The multiplicities change while the samples stay. One thread at a time.
 */
public final class Resample {
  private final Kernels kernels = Kernels.best();
  private final Terms terms;

  /** S1 and S2. */
  private final double[] work = new double[2];

  private double[] counts;
  private Sums sums;

  /** Every sample once. */
  public Resample(Terms terms) {
    this.terms = terms;
    double[] ones = new double[terms.size()];
    Arrays.fill(ones, 1);
    occurring(ones, terms.size());
  }

  /** Sample i {@code counts[i]} times, {@code size} in all; the array is kept. */
  public Resample occurring(double[] counts, double size) {
    this.counts = counts;
    int n = terms.size();
    kernels.dotBoth(counts, 0, terms.values(), terms.squares(), n, work);
    sums =
        terms.weighted()
            ? Sums.weighted(
                size, work[0], work[1], kernels.dot(counts, 0, terms.ownSquares(), 0, n))
            : Sums.plain(size, work[0], work[1]);
    return this;
  }

  /** The number of places, whether or not their samples occur. */
  public int places() {
    return terms.size();
  }

  /** {@code w_i t_i}. */
  public double value(int i) {
    return terms.values()[i];
  }

  /** {@code w_i t_i^2}. */
  public double square(int i) {
    return terms.squares()[i];
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
