package org.ntksweep.core.training;

import java.util.Locale;
import java.util.Set;

/** What is looked at beside what networks answer. */
public enum Observation {
  /** The tangent kernel, its change and its spectrum: always. */
  KERNEL,
  /** What labels have of the kernel. */
  LABELS,
  /** Neural collapse of the last hidden layer's features. */
  COLLAPSE,
  /** The tangent kernel of these features, which costs their number times that of one output. */
  FEATURES,
  /** The norms of the kernels of all pairs of outputs. */
  OUTPUT_PAIRS,
  /** The norms of the kernels of all pairs of features, which cost their number squared. */
  FEATURE_PAIRS,
  /**
   * The flow of the last layer and its features under a kernel of three values, those of the
   * features kernel at initialization, beside the network.
   */
  BLOCKS;

  /** What is looked at if nothing is said: what costs little. */
  public static final Set<Observation> USUAL = Set.of(KERNEL, LABELS, COLLAPSE);

  /** Whether it is of the features of a hidden layer. */
  public boolean isOfFeatures() {
    return this == COLLAPSE || this == FEATURES || this == FEATURE_PAIRS || this == BLOCKS;
  }

  /** The word for it: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
