package org.ntksweep.core.estimate.ratio;

/** A ratio that takes the samples one by one, all in one place. */
@FunctionalInterface
public non-sealed interface SamplesFormula extends GatheredKind {
  @Override
  default boolean streams(long samples) {
    return false;
  }
}
