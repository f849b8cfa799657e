package org.ntksweep.core.training;

import java.util.Locale;

/** What is looked at beside what networks answer. */
public enum Observation {
  /** The tangent kernel, its change and its spectrum: always. */
  KERNEL,
  /** What labels have of the kernel. */
  LABELS,
  /** Neural collapse of the last hidden layer's features. */
  COLLAPSE;

  /** The word for it: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
