package org.ntksweep.core.observe;

import java.util.Locale;

/**
 * What of kernels is more than a number, as lists: symmetric matrices by their upper triangles with
 * the diagonal, row by row. A column of the kernels table each.
 */
public enum KernelEntries {
  /** Of the examples, traced over outputs. */
  KERNEL("the traced kernel's upper triangle with its diagonal, row by row"),
  /** Of the outputs. */
  OUTPUT_NORMS("the same of |Theta_ks|_F of the examples, outputs k and s"),
  /** Of the examples, traced over features. */
  FEATURES_KERNEL("the same of the features kernel, traced over features"),
  /** Of the features. */
  FEATURE_NORMS("the same of |Theta^h_pq|_F of the examples, features p and q");

  private final String meaning;

  KernelEntries(String meaning) {
    this.meaning = meaning;
  }

  /** The name of the column: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, in a line. */
  public String meaning() {
    return meaning;
  }
}
