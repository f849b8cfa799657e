package org.ntksweep.core.estimate.ratio;

/**
 * An estimator that is the mean of independent replicates, each made of as many consecutive samples
 * as {@link ReplicateLengths} say.
 */
public record ReplicateWise() implements StreamedKind {
  @Override
  public boolean streams(long samples) {
    return true;
  }

  @Override
  public Unit unitAt(long seed, long sample) {
    return ReplicateLengths.of(seed).at(sample);
  }

  /**
   * Whole replicates. Their number, at least 2, is fixed by the expected cost of one, not by what
   * they turn out to cost, which keeps the estimate unbiased.
   */
  @Override
  public long samplesFor(long seed, long wanted) {
    long replicates = Math.max(2, Math.round(wanted / ReplicateLengths.EXPECTED));
    return ReplicateLengths.of(seed).samplesOf(replicates);
  }
}
