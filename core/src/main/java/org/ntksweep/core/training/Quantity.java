package org.ntksweep.core.training;

import java.util.Locale;

/** What is measured of a network along training: a column of the tables each. */
public enum Quantity {
  /** The loss over the training examples. */
  LOSS("loss over the training examples"),
  /** The same over the test examples. */
  TEST_LOSS("loss over the test examples"),
  /** The share of training examples whose largest output, or sign, is the target's. */
  ACCURACY("share of training examples whose largest output, or sign, is the target's"),
  /** The same share of the test examples. */
  TEST_ACCURACY("share of test examples whose largest output, or sign, is the target's"),
  /** The lowest loss up to here, of every step. */
  LOWEST_LOSS("lowest loss of all steps so far"),
  /** The Frobenius norm of the kernel of the kernel examples, traced over outputs. */
  KERNEL_NORM("Frobenius norm of the kernel, traced over outputs"),
  /** {@code |Theta_t - Theta_0|_F / |Theta_0|_F}. */
  CHANGE("|Theta_t - Theta_0|_F / |Theta_0|_F of the traced kernel"),
  /** The cosine of the angle between the traced kernels now and at initialization. */
  KERNEL_COSINE("cosine of the traced kernels now and at initialization"),
  /** The largest eigenvalue of the traced kernel of the kernel examples. */
  EIGENVALUE_MAX("largest eigenvalue of the traced kernel"),
  /** The smallest; 0 where rounding cannot tell it from 0. */
  EIGENVALUE_MIN("smallest eigenvalue of the traced kernel"),
  /** The one over the other; infinite for a singular kernel. */
  CONDITION("condition number of the traced kernel"),
  /** {@code exp(entropy)} of the shares of the eigenvalues in their sum: from 1 to their number. */
  EFFECTIVE_RANK("exp(entropy) of the shares of the traced kernel's eigenvalues in their sum"),
  /** The largest eigenvalue of the infinite-width kernel of the same examples and outputs. */
  INFINITE_EIGENVALUE_MAX("largest eigenvalue of the traced infinite-width kernel"),
  /** Its smallest. */
  INFINITE_EIGENVALUE_MIN("smallest eigenvalue of the traced infinite-width kernel"),
  /** Its condition number. */
  INFINITE_CONDITION("condition number of the infinite-width kernel"),
  /** Its effective rank. */
  INFINITE_EFFECTIVE_RANK("effective_rank of the infinite-width kernel"),
  /** {@code |Theta - Theta_inf|_F / |Theta_inf|_F} of the traced kernel and that one. */
  INFINITE_DISTANCE("|Theta - Theta_inf|_F / |Theta_inf|_F, Theta_inf the infinite-width kernel"),
  /** The loss here if the kernel of this network had stayed that of its initialization. */
  PREDICTED_LOSS("loss of linearized training, by this network's kernel at initialization"),
  /** The loss here by the kernel of infinite width, from the outputs of this network. */
  PREDICTED_LOSS_INFINITE("loss of linearized training, by the infinite-width kernel"),
  /** {@code log} of the root mean square of the outputs over the training examples. */
  LOG_ABS_OUTPUT("log of the root mean square output over the training examples");

  private final String meaning;

  Quantity(String meaning) {
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
