package org.ntksweep.core.estimate.ratio;

/**
 * What an estimator needs of the samples: all of them in one place ({@link GatheredKind}), or sums
 * that are made where samples are drawn ({@link StreamedKind}). Some can do with either.
 */
public sealed interface EstimatorKind permits GatheredKind, StreamedKind {
  /** Whether that many samples of a point are reduced where they are drawn, not gathered. */
  boolean streams(long samples);

  /** Whether it is defined for samples that carry weights. */
  default boolean takesWeights() {
    return true;
  }

  /**
   * The samples that are taken together with {@code sample}.
   *
   * @param seed the seed of the sweep
   * @param sample its number, at least 0
   */
  default Unit unitAt(long seed, long sample) {
    return Unit.ofBootstrap(sample);
  }

  /**
   * How many samples are drawn when {@code wanted} are asked for.
   *
   * @param seed the seed of the sweep
   * @param wanted at least 1
   */
  default long samplesFor(long seed, long wanted) {
    return wanted;
  }
}
