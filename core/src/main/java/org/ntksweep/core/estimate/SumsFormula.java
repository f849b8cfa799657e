package org.ntksweep.core.estimate;

/** A ratio that the size and the first two power sums of a sample determine. */
@FunctionalInterface
interface SumsFormula {
  /** The ratio of n samples with {@code s1 = sum t} and {@code s2 = sum t^2}. */
  double ratio(double n, double s1, double s2);
}
