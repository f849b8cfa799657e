package org.ntksweep.core.training;

import java.util.Locale;

/** What training makes small, over N examples with outputs f and targets y. */
public enum Loss {
  /** {@code 1/(2N) sum_i |f(x_i) - y_i|^2}: over the examples, not over their outputs. */
  MEAN,
  /** {@code 1/2 sum_i |f(x_i) - y_i|^2}. */
  SUM;

  /** The weight of each of {@code examples} examples: 1/N or 1. */
  public double weight(int examples) {
    return this == MEAN ? 1.0 / examples : 1;
  }

  /** The name used in sweep files: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
