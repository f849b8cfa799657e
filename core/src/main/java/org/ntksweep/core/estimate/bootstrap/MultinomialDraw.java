package org.ntksweep.core.estimate.bootstrap;

import java.util.Arrays;
import org.ntksweep.core.random.RandomStream;

/** Draws N of N with replacement and counts. Reuses its work space: one thread at a time. */
final class MultinomialDraw {
  /** The first eight bytes of the SHA-256 digest of "bootstrap": a stream no sampler uses. */
  private static final long STREAM = 0x333c04dd151a2a68L;

  private static final int BLOCK = 512;

  private final RandomStream stream = new RandomStream();
  private final long seed;
  private final int samples;

  MultinomialDraw(long seed, int samples) {
    this.seed = seed;
    this.samples = samples;
  }

  /** Writes the multiplicities of one replicate, {@code samples} in all. */
  void replicate(int number, double[] counts) {
    stream.reset(seed, STREAM + samples, number);
    Arrays.fill(counts, 0);
    for (int done = 0; done < samples; done += BLOCK) {
      int draws = Math.min(BLOCK, samples - done);
      long[] bits = stream.bits(draws);
      for (int i = 0; i < draws; i++) {
        counts[index(bits[i])]++;
      }
    }
  }

  /** Uniform on 0..N-1 up to N 2^-63: the integer part of N times 63 bits read as a fraction. */
  private int index(long word) {
    return (int) Math.multiplyHigh(word >>> 1, 2L * samples);
  }
}
