package org.ntksweep.core.sampling.sizebiased;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Scale;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.number.ScaledSum;

/**
 * The sums over the terms {@code T_l} of one network that its weight depends on, in units of {@code
 * E[Theta]}. Mutable, for one network after the other.
 */
public final class TermSums {
  /** Parts further apart than by so many powers of two are not brought together in a double. */
  private static final int FAR = 300;

  private final boolean isTilted;
  private final ScaledNumber squares;

  /** {@code u_l / E[Theta]}, at l, and {@code v / E[Theta]}, at 0, as mantissas of exponents. */
  private final double[] factor;

  private final int[] exponent;
  private final ScaledSum theta = new ScaledSum();
  private final ScaledSum square = new ScaledSum();

  /** Sums for networks of a law, drawn as {@code tilts} say. */
  public TermSums(Network network, SplitLaw tilts) {
    isTilted = tilts.isTilted();
    ScaledNumber mean = isTilted ? tilts.mean() : ScaledNumber.ONE;
    squares = tilts.squares().over(mean).over(mean);
    factor = new double[network.depth() + 1];
    exponent = new int[network.depth() + 1];
    set(0, ScaledNumber.of(network.biasFactor()).over(mean));
    for (int l = 1; l <= network.depth(); l++) {
      set(l, ScaledNumber.of(network.weightFactor(l)).over(mean));
    }
  }

  private void set(int at, ScaledNumber value) {
    factor[at] = value.mantissa();
    exponent[at] = value.exponent();
  }

  /** Begins a network. */
  public void clear() {
    theta.clear();
    square.clear();
  }

  /**
   * Adds the term of layer l.
   *
   * @param x the squared norm of what enters it, as mantissa of {@code xExponent}
   * @param d the squared norm of its errors, as mantissa of {@code dExponent}
   */
  public void add(int l, double x, int xExponent, double d, int dExponent) {
    int e = dExponent + xExponent + exponent[l];
    double weight = d * factor[l] * x;
    double bias = d * factor[0];
    int shift = exponent[0] - xExponent - exponent[l];
    if (Math.abs(shift) < FAR) {
      add(bias > 0 ? weight + Scale.shift(bias, shift) : weight, e);
    } else {
      addFar(weight, bias, e, e + shift);
    }
  }

  private void add(double term, int e) {
    theta.add(term, e);
    square.add(term * term, 2 * e);
  }

  private void addFar(double weight, double bias, int weightExponent, int biasExponent) {
    add(weight, weightExponent);
    add(bias, biasExponent);
    square.add(2 * weight * bias, weightExponent + biasExponent);
  }

  /**
   * The mean, over the orders 1 and 2, of the densities of the tilted laws against the law itself.
   */
  public ScaledNumber density() {
    return theta.number().plus(square.number().over(squares)).over(2);
  }

  /** The logarithm of the density of the law against the mixture it was drawn from. */
  public double logWeight() {
    return isTilted ? -ScaledNumber.ONE.plus(density().times(2)).over(3).logAbs() : 0;
  }
}
