package org.ntksweep.core.estimate.ratio;

/** An estimator that is a function of samples in one place. */
public sealed interface GatheredKind extends EstimatorKind permits SumsFormula, SamplesFormula {
  /** The ratio of samples; NaN or infinite where it is undefined. */
  double ratio(Resample samples);

  /** The ratio of {@code size} equal samples, not 0, free of rounding. */
  default double ratioOfConstant(double size) {
    return 1;
  }
}
