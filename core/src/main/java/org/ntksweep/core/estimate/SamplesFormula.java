package org.ntksweep.core.estimate;

/** A ratio that takes the samples one by one. */
@FunctionalInterface
interface SamplesFormula {
  double ratio(WeightedSample t);
}
