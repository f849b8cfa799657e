package org.ntksweep.core.estimate;

/**
 * The multiplicities of a multinomial bootstrap: in every replicate, how often each of N samples
 * occurs when N are drawn with replacement. They depend on nothing else, so that every series of
 * the same length shares them. Then what pairs in the samples pairs in the replicates, and the
 * multiplicities of a whole sweep can be drawn once.
 *
 * @param seed the seed of the sweep
 * @param samples N
 * @param replicates the number of replicates
 */
record Resampling(long seed, int samples, int replicates) {
  /** Matrices beyond 64 MB are drawn again, row by row, whenever they are needed. */
  static final long LARGEST_CACHED = 1L << 23;

  /**
   * Takes the multiplicities of one replicate, which stand in {@code counts} from {@code offset}.
   */
  interface Visitor {
    void replicate(int number, double[] counts, int offset);
  }

  /** Visits all replicates in order. */
  void forEach(Visitor visitor) {
    if (entries() <= LARGEST_CACHED) {
      forEachCached(visitor);
    } else {
      forEachDrawn(visitor);
    }
  }

  void forEachCached(Visitor visitor) {
    double[] matrix = ResamplingCache.matrix(this);
    for (int b = 0; b < replicates; b++) {
      visitor.replicate(b, matrix, b * samples);
    }
  }

  void forEachDrawn(Visitor visitor) {
    MultinomialDraw draw = new MultinomialDraw(seed, samples);
    double[] row = new double[samples];
    for (int b = 0; b < replicates; b++) {
      draw.replicate(b, row, 0);
      visitor.replicate(b, row, 0);
    }
  }

  /** All multiplicities, a replicate a row. */
  double[] matrix() {
    MultinomialDraw draw = new MultinomialDraw(seed, samples);
    double[] matrix = new double[Math.toIntExact(entries())];
    for (int b = 0; b < replicates; b++) {
      draw.replicate(b, matrix, b * samples);
    }
    return matrix;
  }

  long entries() {
    return (long) samples * replicates;
  }
}
