package org.ntksweep.core.estimate.ratio;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ntksweep.core.random.RandomStream;

/**
 * How the samples of a point fall into replicates of the debiased estimator: replicate j takes
 * {@code 2^(6 + k + 1)} of them after those of all replicates before, with k geometric, {@code P(k)
 * = p (1 - p)^k} and {@code p = 1 - 2^(-3/2)}. The k of a replicate is a function of the seed and j
 * alone, shared by all points.
 *
 * <p>Blocks of replicates are remembered by where they begin, 8 bytes for 256, so that a sample's
 * replicate is found in a microsecond. For any number of threads.
 */
public final class ReplicateLengths {
  /** Every replicate begins with {@code 2^6} samples that give the coarsest estimate. */
  public static final int COARSEST = 6;

  /** The expected number of samples of a replicate, {@code 2^(6+1) p / (1 - 2 (1 - p))}. */
  public static final double EXPECTED = 128 * chance(0) / (1 - Math.sqrt(0.5));

  /** The first eight bytes of the SHA-256 digest of "debiased". */
  private static final long STREAM = 0xef7e3066f7421e21L;

  private static final int BLOCK = 256;
  private static final int CACHED_SEEDS = 4;

  /** {@code 2^64 P(k > i)}, unsigned, to the precision of a double. */
  private static final long[] BEYOND = beyond();

  private static final Map<Long, ReplicateLengths> BY_SEED = new LinkedHashMap<>(16, 0.75f, true);

  private final long seed;
  private final RandomStream stream = new RandomStream();
  private final int[] extra = new int[BLOCK];
  private long drawn = -1;

  /** Where each block begins, and the end of the last. */
  private long[] starts = new long[64];

  private int blocks;

  private ReplicateLengths(long seed) {
    this.seed = seed;
  }

  /** The replicates of that seed. */
  public static ReplicateLengths of(long seed) {
    synchronized (BY_SEED) {
      ReplicateLengths lengths = BY_SEED.computeIfAbsent(seed, ReplicateLengths::new);
      if (BY_SEED.size() > CACHED_SEEDS) {
        BY_SEED.remove(BY_SEED.keySet().iterator().next());
      }
      return lengths;
    }
  }

  /** {@code P(k)}. */
  public static double chance(int k) {
    double atLeast = Math.scalb(k % 2 == 0 ? 1 : Math.sqrt(0.5), -(3 * k / 2));
    return atLeast * (1 - Math.sqrt(0.125));
  }

  /** The k of a replicate of that length. */
  public static int level(long length) {
    return Long.numberOfTrailingZeros(length) - COARSEST - 1;
  }

  /**
   * The replicate that {@code sample} belongs to.
   *
   * @throws IllegalArgumentException if {@code sample} is negative
   */
  public synchronized Unit at(long sample) {
    if (sample < 0) {
      throw new IllegalArgumentException("sample " + sample + ": must be at least 0");
    }
    while (starts[blocks] <= sample) {
      append();
    }
    int found = Arrays.binarySearch(starts, 0, blocks + 1, sample);
    int block = found >= 0 ? found : -found - 2;
    draw(block);
    long start = starts[block];
    int i = 0;
    while (start + length(i) <= sample) {
      start += length(i++);
    }
    return new Unit((long) BLOCK * block + i, start, length(i));
  }

  /** How many samples the first {@code replicates} take. */
  public synchronized long samplesOf(long replicates) {
    int block = Math.toIntExact(replicates / BLOCK);
    while (blocks < block) {
      append();
    }
    draw(block);
    long samples = starts[block];
    for (int i = 0; i < replicates % BLOCK; i++) {
      samples += length(i);
    }
    return samples;
  }

  private void append() {
    draw(blocks);
    long end = starts[blocks];
    for (int i = 0; i < BLOCK; i++) {
      end += length(i);
    }
    blocks++;
    if (blocks == starts.length) {
      starts = Arrays.copyOf(starts, 2 * blocks);
    }
    starts[blocks] = end;
  }

  private void draw(long block) {
    if (drawn != block) {
      stream.reset(seed, STREAM, block);
      long[] bits = stream.bits(BLOCK);
      for (int i = 0; i < BLOCK; i++) {
        extra[i] = level(bits, i);
      }
      drawn = block;
    }
  }

  private static int level(long[] bits, int i) {
    int k = 0;
    while (k < BEYOND.length && Long.compareUnsigned(bits[i], BEYOND[k]) < 0) {
      k++;
    }
    return k;
  }

  private long length(int i) {
    return 1L << (COARSEST + 1 + extra[i]);
  }

  private static long[] beyond() {
    long[] beyond = new long[40];
    for (int k = 0; k < beyond.length; k++) {
      // P(k > i) = 2^(-3 (i + 1) / 2) < 1/2, so that the signed cast does.
      int threeHalves = 3 * (k + 1);
      double chance = Math.scalb(threeHalves % 2 == 0 ? 1 : Math.sqrt(0.5), -(threeHalves / 2));
      beyond[k] = (long) Math.scalb(chance, 64);
    }
    return beyond;
  }
}
