package org.ntksweep.core.sampling;

import java.util.Locale;

/** The law that networks are drawn from, to measure that of their kernels with fewer of them. */
public enum VarianceReduction {
  /** The law itself: every network weighs the same. */
  NONE,
  /**
   * A law under which networks with a large kernel are as likely as they count in {@code
   * E[Theta^2]}; each carries the logarithm of its weight. The weight is at most 3, so that a mean
   * takes at most three times the samples it takes without, and wherever the dispersion is large a
   * tiny part of them.
   */
  SIZE_BIASED;

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
