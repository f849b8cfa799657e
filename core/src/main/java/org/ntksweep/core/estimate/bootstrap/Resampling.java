package org.ntksweep.core.estimate.bootstrap;

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

  /** Takes the multiplicities of one replicate. */
  interface Visitor {
    void replicate(int number, double[] counts);
  }

  /** Visits all replicates in order. */
  void forEach(Visitor visitor) {
    if (isCached()) {
      forEachCached(visitor);
    } else {
      forEachDrawn(visitor);
    }
  }

  void forEachCached(Visitor visitor) {
    double[][] matrix = ResamplingCache.byReplicate(this);
    for (int b = 0; b < replicates; b++) {
      visitor.replicate(b, matrix[b]);
    }
  }

  void forEachDrawn(Visitor visitor) {
    MultinomialDraw draw = new MultinomialDraw(seed, samples);
    double[] row = new double[samples];
    for (int b = 0; b < replicates; b++) {
      draw.replicate(b, row);
      visitor.replicate(b, row);
    }
  }

  /** Whether all multiplicities are kept in memory. */
  boolean isCached() {
    return entries() <= LARGEST_CACHED;
  }

  /** All multiplicities, a replicate a row. */
  double[][] byReplicate() {
    double[][] matrix = new double[replicates][];
    forEachDrawn((b, counts) -> matrix[b] = counts.clone());
    return matrix;
  }

  /** All multiplicities, a sample a row. */
  double[][] bySample() {
    double[][] matrix = new double[samples][replicates];
    forEachDrawn(
        (b, counts) -> {
          for (int i = 0; i < samples; i++) {
            matrix[i][b] = counts[i];
          }
        });
    return matrix;
  }

  long entries() {
    return (long) samples * replicates;
  }
}
