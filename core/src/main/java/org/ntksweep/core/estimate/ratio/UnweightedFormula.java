package org.ntksweep.core.estimate.ratio;

/** A ratio of samples without weights alone. */
@FunctionalInterface
interface UnweightedFormula extends SamplesFormula {
  @Override
  default boolean takesWeights() {
    return false;
  }
}
