package org.ntksweep.core.estimate.ratio;

/** A ratio that the sums of a sample determine. */
@FunctionalInterface
public non-sealed interface SumsFormula extends GatheredKind, StreamedKind {
  /** Up to so many samples of a point are gathered all the same: 2^17. */
  long ALWAYS_GATHERED = 1L << 17;

  /** The ratio; NaN or infinite where it is undefined. */
  double ratio(Sums sums);

  @Override
  default double ratio(Resample samples) {
    return ratio(samples.sums());
  }

  @Override
  default boolean streams(long samples) {
    return samples > ALWAYS_GATHERED;
  }
}
