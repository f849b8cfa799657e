package org.ntksweep.core.estimate.ratio;

/** An estimator that can do without gathering samples. */
public sealed interface StreamedKind extends EstimatorKind permits SumsFormula, ReplicateWise {}
