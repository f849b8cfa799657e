package org.ntksweep.core.training;

import java.util.Locale;

/** What is measured of a network along training: a column of the tables each. */
public enum Quantity {
  /** The loss over the training examples. */
  LOSS("loss over the training examples"),
  /** The same over the test examples. */
  TEST_LOSS("loss over the test examples"),
  /**
   * The share of training examples whose largest output, or sign, is the target's, of the model
   * {@code alpha f} or {@code alpha (f - f_0)}. NaN once an answer is not a number.
   */
  ACCURACY("share of training examples whose largest output, or sign, is the target's"),
  /** The same share of the test examples. */
  TEST_ACCURACY("share of test examples whose largest output, or sign, is the target's"),
  /** {@code f(x)} at the first test example, not scaled; of several outputs the first. */
  TEST_OUTPUT("output of the network at the first test example; of several the first output"),
  /** The lowest loss up to here, of every step; in mini-batches of those where it is known. */
  LOWEST_LOSS("lowest loss of all steps so far; in batches, of those where it is known"),
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
  /**
   * The loss here if the kernel of this network had stayed that of its initialization. NaN where
   * {@link PredictedLoss#appliesTo} is false of the method, and where the kernel is not looked at
   * at all training examples or is too large ({@code KernelTheory.LARGEST_ORDER}).
   */
  PREDICTED_LOSS("loss of linearized training, by this network's kernel at initialization"),
  /**
   * The loss here by the kernel of infinite width, from the outputs of this network. NaN where
   * {@link PredictedLoss#appliesTo} is false of the method.
   */
  PREDICTED_LOSS_INFINITE("loss of linearized training, by the infinite-width kernel"),
  /** {@code Theta(x, x)}, mean over the kernel examples. */
  MEAN_DIAGONAL("mean of Theta(x, x) over the kernel examples"),
  /** Its standard deviation over them. */
  DIAGONAL_SD("standard deviation of Theta(x, x) over the kernel examples"),
  /** {@code Theta(x, y)} of two examples of a class, mean over classes of the mean over pairs. */
  SAME_CLASS("Theta(x, y) of two examples of a class, mean over classes of the mean over pairs"),
  /** Its standard deviation over the same pairs. */
  SAME_CLASS_SD("standard deviation of Theta(x, y) over these pairs"),
  /** {@code Theta(x, y)} of examples of two classes, mean over pairs of classes. */
  OTHER_CLASS("Theta(x, y) of examples of two classes, mean over pairs of classes"),
  /** Its standard deviation over the same pairs. */
  OTHER_CLASS_SD("standard deviation of Theta(x, y) over these pairs"),
  /** The cosine of the traced kernel and the inner products of the targets. */
  ALIGNMENT("cosine of the traced kernel and the inner products Y'Y of the targets"),
  /** The same of both double-centered. */
  CENTERED_ALIGNMENT("the same of both double-centered"),
  /** The alignment of the kernel of ones: what a kernel has that tells nothing apart. */
  ONES_ALIGNMENT("alignment that a kernel of ones has: it tells no example from another"),
  /** The alignment of the identity. */
  IDENTITY_ALIGNMENT("alignment that the identity has: it tells every example from every other"),
  /** {@code Theta^h_pp(x, x)} of features, mean over features p and the kernel examples. */
  KAPPA_D("Theta^h_pp(x, x) of the features kernel, mean over features p and kernel examples"),
  /** The same of two examples of a class. */
  KAPPA_C("the same of two examples of a class, averaged as same_class is"),
  /** The same of examples of two classes. */
  KAPPA_N("the same of examples of two classes, averaged as other_class is"),
  /** The cosine of the traced features kernel and the inner products of the targets. */
  FEATURES_ALIGNMENT(
      "cosine of the traced features kernel and the inner products Y'Y of the targets"),
  /** {@code |Theta_kk|_F} of an output, mean over them. */
  OUTPUT_NORM("|Theta_kk|_F of an output, mean over outputs"),
  /** {@code |Theta_ks|_F} of two outputs, mean over pairs. */
  OUTPUT_PAIR_NORM("|Theta_ks|_F of two outputs, mean over pairs"),
  /** The share of different outputs in the squares of these norms. */
  OUTPUT_PAIR_SHARE("share of pairs of two outputs in the sum of |Theta_ks|_F^2 over all"),
  /** {@code |Theta^h_pp|_F} of a feature, mean over them. */
  FEATURE_NORM("|Theta^h_pp|_F of a feature, mean over features"),
  /** {@code |Theta^h_pq|_F} of two features, mean over pairs. */
  FEATURE_PAIR_NORM("|Theta^h_pq|_F of two features, mean over pairs"),
  /** The share of different features in the squares of these norms. */
  FEATURE_PAIR_SHARE("share of pairs of two features in the sum of |Theta^h_pq|_F^2 over all"),
  /** {@code tr(Sigma_W Sigma_B^+) / C} of the features of the training examples. */
  NC1("tr(Sigma_W Sigma_B^+) / C of the last hidden layer's features at the training examples"),
  /** The standard deviation of a feature within a class. */
  NC1_STD("standard deviation of a feature within a class, mean over classes and features"),
  /** {@code (V_c + V_d) / (2 |mu_c - mu_d|^2)}, V a mean squared distance within a class. */
  CDNV("(V_c + V_d) / (2 |mu_c - mu_d|^2), V mean squared distances within, mean over pairs"),
  /** The relative spread of the norms of class means. */
  NC2_NORMS("standard deviation over mean of |mu_c - mu_G|, class means and their mean"),
  /** How far angles of class means are from those of a simplex. */
  NC2_ANGLES("|cos(mu_c - mu_G, mu_d - mu_G) + 1/(C-1)|, mean over pairs of classes"),
  /** How far inner products of class means are from those of a simplex. */
  NC2("|G/|G|_F - (I - J/C)/sqrt(C-1)|_F of the inner products G of mu_c - mu_G"),
  /** How far the last weights are from the class means. */
  NC3("|W'/|W|_F - M/|M|_F|_F of the last weights W and M = [mu_c - mu_G]"),
  /** The share of examples not said to be of the class of the nearest mean. */
  NC4("share of training examples not answered by the class of the nearest class mean"),
  /** {@link #NC1} of the test examples. */
  TEST_NC1("nc1 of the test examples, by the means of their own classes"),
  /** {@link #NC1_STD} of the test examples. */
  TEST_NC1_STD("nc1_std of the test examples, by the means of their own classes"),
  /** {@link #CDNV} of the test examples. */
  TEST_CDNV("cdnv of the test examples, by the means of their own classes"),
  /** {@link #NC4} of the test examples, by the class means of the training examples. */
  TEST_NC4("share of test examples not answered by the class of the nearest mean of training"),
  /** {@code |H1 H1'|_F} of the class means {@code H1 = [mu_c]}. */
  CLASS_MEANS_NORM("|H1 H1'|_F of the class means of features, H1 = [mu_c]"),
  /** {@code |H2 H2'|_F} of what is left, {@code H2 H2'} the sum of covariances within classes. */
  WITHIN_CLASS_NORM("|H2 H2'|_F of the rest, H2 H2' the sum over classes of covariances within"),
  /** {@code |mu_G|} of the mean of the class means. */
  GLOBAL_MEAN_NORM("|mu_G| of the mean of the class means of features"),
  /** {@code |E|_F}, E what a features kernel of three values would conserve. */
  INVARIANT_NORM("|W'W/m - H1 (I - alpha J) H1'/mu_class - H2 H2'/mu_single|_F by kappa of here"),
  /** The cosine of the first of its terms and the sum of the two others. */
  INVARIANT_ALIGNMENT("cosine of W'W and H1 (I - alpha J) H1'/mu_class + H2 H2'/mu_single"),
  /** {@link #LOSS} had the features kernel its blocks of the initialization, and kept them. */
  BLOCKS_LOSS("loss had the features kernel its three means of the initialization, and kept them"),
  /** {@link #NC1} there. */
  BLOCKS_NC1("nc1 of the network that has blocks_loss"),
  /** {@link #NC2} there. */
  BLOCKS_NC2("nc2 of the network that has blocks_loss"),
  /** {@link #NC3} there. */
  BLOCKS_NC3("nc3 of the network that has blocks_loss"),
  /** {@link #WITHIN_CLASS_NORM} there. */
  BLOCKS_WITHIN_CLASS_NORM("within_class_norm of the network that has blocks_loss"),
  /** {@code log} of the root mean square of the outputs over the training examples. */
  LOG_ABS_OUTPUT("log of the root mean square output over the training examples"),
  /** How many gradients of the loss were formed to come here; by steps one each. */
  GRADIENTS("gradients of the loss formed so far: one a step, in gradient flow some a step");

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
