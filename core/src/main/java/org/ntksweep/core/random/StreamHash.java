package org.ntksweep.core.random;

/**
 * Hashes the name of a stream into generator states, with the finalizer of SplitMix64 (Steele, Lea,
 * Flood 2014).
 */
final class StreamHash {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private StreamHash() {}

  /** A hash of three words, every bit of each reaching every bit of it. */
  static long mix(long a, long b, long c) {
    return finish(finish(finish(a + GOLDEN) + b + GOLDEN) + c + GOLDEN);
  }

  /** Word {@code i} of the sequence that two hashes, 128 bits, stand for. */
  static long word(long a, long b, int i) {
    return finish(a + i * GOLDEN) ^ finish(b - i * GOLDEN);
  }

  private static long finish(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
