package org.ntksweep.core.sampling.sizebiased;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The first two moments of the terms {@code T_l = D_l (u_l X_{l-1} + v)} that the kernel of one
 * input is the sum of, for a positively homogeneous activation. In the picture of {@code
 * theory.exact.ExactMoments}, in which the pattern of active neurons is fair coins, {@code D_l} and
 * {@code X_{l-1}} are independent. With {@code m} and {@code kappa} of a coin, {@code E[xi^2]} and
 * {@code E[xi^4] / m^2}, {@code w_l = sigma_w2 / n_{l-1}} and {@code n = n_l}
 *
 * <pre>
 * E[X_l]   = n m (w E[X_{l-1}] + sigma_b2)
 * E[X_l^2] = n (n - 1 + 3 kappa) m^2 (w^2 E[X_{l-1}^2] + 2 w sigma_b2 E[X_{l-1}] + sigma_b2^2)
 * E[D_l]   = a E[D_{l+1}],   E[D_l^2] = a^2 (1 + (3 kappa - 1) / n) E[D_{l+1}^2],   a = sigma_w2 m
 * </pre>
 *
 * <p>Without biases a ReLU layer may die, and the slopes above it are 0: then v counts with the
 * probability that no layer below l did, but for the output's, which is always there.
 */
final class TermMoments {
  private final Network network;
  private final ScaledNumber[] x;
  private final ScaledNumber[] xx;
  private final ScaledNumber[] d;
  private final ScaledNumber[] dd;

  /** The probability that none of the layers up to l is dead, at l. */
  private final double[] alive;

  /** The moments of a law whose activation is positively homogeneous. */
  TermMoments(Network network) {
    this.network = network;
    int depth = network.depth();
    x = new ScaledNumber[depth];
    xx = new ScaledNumber[depth];
    d = new ScaledNumber[depth + 1];
    dd = new ScaledNumber[depth + 1];
    alive = new double[depth];
    double square = network.activation().negativeSlope() * network.activation().negativeSlope();
    double coin = 0.5 * (1 + square);
    double excess = SplitLaw.excess(network.activation().negativeSlope());
    boolean mortal = square == 0 && network.sigmaB2() == 0;
    x[0] = ScaledNumber.of(network.inputNorm2());
    xx[0] = x[0].times(x[0]);
    alive[0] = 1;
    for (int l = 1; l < depth; l++) {
      int n = network.widths().at(l);
      x[l] = entering(l).times(n).times(coin);
      xx[l] = enteringSquare(l).times(n).times(n + excess).times(coin).times(coin);
      alive[l] = alive[l - 1] * (mortal ? 1 - Math.scalb(1.0, -n) : 1);
    }
    d[depth] = ScaledNumber.ONE;
    dd[depth] = ScaledNumber.ONE;
    double a = network.sigmaW2() * coin;
    for (int l = depth - 1; l >= 1; l--) {
      int n = network.widths().at(l);
      d[l] = d[l + 1].times(a);
      dd[l] = dd[l + 1].times(a).times(a).times(n + excess).over(n);
    }
  }

  /** {@code E[w X_{l-1} + sigma_b2]}. */
  private ScaledNumber entering(int l) {
    return x[l - 1].times(network.weightVariance(l)).plus(ScaledNumber.of(network.sigmaB2()));
  }

  private ScaledNumber enteringSquare(int l) {
    return square(l, network.weightVariance(l), network.sigmaB2(), 1);
  }

  /** {@code E[(f X_{l-1} + c)^2]}, c being there with a probability. */
  private ScaledNumber square(int l, double f, double c, double probability) {
    ScaledNumber mixed = x[l - 1].times(2).times(f).times(c);
    ScaledNumber constant = ScaledNumber.of(c).times(c).times(probability);
    return xx[l - 1].times(f).times(f).plus(mixed).plus(constant);
  }

  /** {@code E[T_l^order]}, of order 1 or 2. */
  ScaledNumber term(int order, int l) {
    double u = network.weightFactor(l);
    double v = network.biasFactor();
    double reached = reached(l);
    return order == 1
        ? d[l].times(x[l - 1].times(u).plus(ScaledNumber.of(v * reached)))
        : dd[l].times(square(l, u, v, reached));
  }

  /** The probability that T_l has its bias part. */
  private double reached(int l) {
    return l == network.depth() ? 1 : alive[l - 1];
  }

  /** How {@code u_l X_{l-1} + v} of a power splits into powers of {@code X_{l-1}}. */
  Powers termPowers(int l) {
    return powers(l, network.weightFactor(l), network.biasFactor(), reached(l));
  }

  /** How {@code w_l X_{l-1} + sigma_b2} of a power splits into powers of {@code X_{l-1}}. */
  Powers layerPowers(int l) {
    return powers(l, network.weightVariance(l), network.sigmaB2(), 1);
  }

  private Powers powers(int l, double f, double c, double probability) {
    ScaledNumber first = x[l - 1].times(f);
    ScaledNumber total = first.plus(ScaledNumber.of(c * probability));
    ScaledNumber square = square(l, f, c, probability);
    ScaledNumber second = xx[l - 1].times(f).times(f);
    ScaledNumber mixed = x[l - 1].times(2).times(f).times(c);
    return new Powers(share(first, total), share(second, square), share(mixed, square));
  }

  private static double share(ScaledNumber part, ScaledNumber whole) {
    return whole.isZero() ? 0 : part.dividedBy(whole);
  }
}
