package org.ntksweep.core.theory.exact;

import java.util.Arrays;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;

/**
 * E[Theta^2] as a sum over all pairs of layers i &lt; j, each term with its closed form: the slow,
 * independent evaluation that {@link ExactMoments} is held against. Plain doubles: moderate depths
 * only. With {@code a = sigma_w2 / 2} and
 *
 * <pre>
 * alpha_m = a^2 (n_m - 1) / n_{m-1}    beta_m = a n_m / n_{m-1}    gamma_m = beta_m^2 (1 + 5/n_m)
 * S(i,j) = E[D_i X_{j-1}] / (D_j X_{i-1}) without biases
 *        = prod of alpha_i..alpha_{j-1}
 *          + w_j sum over q of alpha_i..alpha_{q-1} beta_q gamma_{q+1}..gamma_{j-1}
 * H(i,j) = (sigma_b2 / sigma_w2) sum over k in i..j-1 of a^{k-i} S(k,j) n_{k-1}
 * e_i    = u_i A_{i-1} + v p_{i-1},   p_i the probability that layers 1..i are alive
 * E[Theta^2] = sum over j of E[D_j^2] { u_j^2 C_{j-1} + 2 u_j v A_{j-1} + v^2 p_{j-1}
 *    + 2 sum over i of u_j [S(i,j) (u_i C_{i-1} + v A_{i-1}) + H(i,j) e_i] + v a^{j-i} e_i }
 * </pre>
 */
final class DoubleSum {
  private final Network network;
  private final KernelPart part;
  private final double a;
  private final int[] n;

  DoubleSum(Network network, KernelPart part) {
    this.network = network;
    this.part = part;
    a = network.sigmaW2() / 2;
    n = network.widths().toArray();
  }

  /** Widths from a list in a table of cases. */
  static Widths widths(String list) {
    return Widths.of(Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray());
  }

  double mean() {
    double sum = 0;
    for (int l = 1; l <= network.depth(); l++) {
      sum += Math.pow(a, network.depth() - l) * (u(l) * first(l - 1) + v() * alive(l - 1));
    }
    return sum;
  }

  double secondMoment() {
    double sum = 0;
    for (int j = 1; j <= network.depth(); j++) {
      double own =
          u(j) * u(j) * second(j - 1) + 2 * u(j) * v() * first(j - 1) + v() * v() * alive(j - 1);
      double cross = 0;
      for (int i = 1; i < j; i++) {
        cross += pair(i, j);
      }
      sum += squaredError(j) * (own + 2 * cross);
    }
    return sum;
  }

  private double pair(int i, int j) {
    double e = u(i) * first(i - 1) + v() * alive(i - 1);
    double weights = s(i, j) * (u(i) * second(i - 1) + v() * first(i - 1)) + h(i, j) * e;
    return u(j) * weights + v() * Math.pow(a, j - i) * e;
  }

  private double s(int i, int j) {
    double sum = 0;
    for (int q = i; q < j; q++) {
      double product = beta(q);
      for (int m = i; m < q; m++) {
        product *= alpha(m);
      }
      for (int m = q + 1; m < j; m++) {
        product *= beta(m) * beta(m) * (1 + 5.0 / n[m]);
      }
      sum += product;
    }
    double straight = 1;
    for (int m = i; m < j; m++) {
      straight *= alpha(m);
    }
    return straight + network.sigmaW2() / n[j - 1] * sum;
  }

  private double h(int i, int j) {
    double sum = 0;
    for (int k = i; k < j; k++) {
      sum += Math.pow(a, k - i) * s(k, j) * n[k - 1] / network.sigmaW2();
    }
    return network.sigmaB2() * sum;
  }

  private double alpha(int m) {
    return a * a * (n[m] - 1) / n[m - 1];
  }

  private double beta(int m) {
    return a * n[m] / n[m - 1];
  }

  /** {@code A_l = E[X_l]}. */
  private double first(int l) {
    return l == 0
        ? network.inputNorm2()
        : (network.sigmaW2() * first(l - 1) / n[l - 1] + network.sigmaB2()) * n[l] / 2;
  }

  /** {@code C_l = E[X_l^2]}. */
  private double second(int l) {
    if (l == 0) {
      return network.inputNorm2() * network.inputNorm2();
    }
    double w = network.sigmaW2() / n[l - 1];
    double b = network.sigmaB2();
    return (w * w * second(l - 1) + 2 * w * b * first(l - 1) + b * b) * n[l] * (n[l] + 5) / 4;
  }

  /** {@code E[D_j^2]}. */
  private double squaredError(int j) {
    double product = 1;
    for (int m = j; m < network.depth(); m++) {
      product *= a * a * (1 + 5.0 / n[m]);
    }
    return product;
  }

  /** {@code p_l}; 1 below the output, whose own bias term does not depend on anything. */
  private double alive(int l) {
    double product = 1;
    for (int m = 1; m <= l && network.sigmaB2() == 0 && l < network.depth() - 1; m++) {
      product *= n[m] < 30 ? 1 - Math.pow(2, -n[m]) : 1;
    }
    return product;
  }

  private double u(int l) {
    return part.weightFactor(network, l);
  }

  private double v() {
    return part.biasFactor(network);
  }
}
