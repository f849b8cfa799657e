package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.ntksweep.core.estimate.ratio.ReplicateLengths;

/**
 * The parts of a replicate of the debiased estimator: its first 64 samples, those at even and those
 * at odd places.
 */
record BlockSums(PowerSums first, PowerSums even, PowerSums odd) {
  private static final long FIRST = 1L << ReplicateLengths.COARSEST;

  static BlockSums empty(boolean weighted) {
    return new BlockSums(
        PowerSums.empty(weighted), PowerSums.empty(weighted), PowerSums.empty(weighted));
  }

  /** Adds the sample at that place of the replicate. */
  void add(long place, WeighedEntry sample) {
    if (place < FIRST) {
      first.add(sample);
    }
    ((place & 1) == 0 ? even : odd).add(sample);
  }

  void add(BlockSums that) {
    first.add(that.first);
    even.add(that.even);
    odd.add(that.odd);
  }

  void clear() {
    first.clear();
    even.clear();
    odd.clear();
  }

  /**
   * {@code g(first) + (g(all) - (g(even) + g(odd))/2) / P(k)} with g the plug-in estimate of a
   * block (Blanchet and Glynn 2015); not finite if a block has mean 0.
   *
   * @param length how many samples the replicate has
   */
  double unbiased(long length, PowerSums all) {
    long half = length / 2;
    double correction = all.plugIn(length) - (even.plugIn(half) + odd.plugIn(half)) / 2;
    double chance = ReplicateLengths.chance(ReplicateLengths.level(length));
    return first.plugIn(FIRST) + correction / chance;
  }

  void write(DataOutput out) throws IOException {
    first.write(out);
    even.write(out);
    odd.write(out);
  }

  static BlockSums read(boolean weighted, DataInput in) throws IOException {
    return new BlockSums(
        PowerSums.read(weighted, in), PowerSums.read(weighted, in), PowerSums.read(weighted, in));
  }
}
