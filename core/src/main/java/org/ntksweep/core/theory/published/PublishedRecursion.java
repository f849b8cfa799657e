package org.ntksweep.core.theory.published;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.theory.exact.DepthRecursion;
import org.ntksweep.core.theory.exact.KernelMoments;

/**
 * The double sums of {@link PublishedMoments}, each grown by one layer in a few operations: what is
 * below takes the layer's factors, then the layer joins it.
 */
final class PublishedRecursion implements DepthRecursion<KernelMoments> {
  private final Network network;
  private final double a;

  /** 1, or 0 if the weights alone are trained. */
  private final double v;

  /** The layer to come. */
  private int l = 1;

  /** {@code E[X_{l-1}]} and {@code E[X_{l-1}^2]}. */
  private ScaledNumber x;

  private ScaledNumber xx;

  /** Sum over i of {@code E[D_i (X_{i-1} + v)]}, and the same times {@code X_{l-1}}. */
  private ScaledNumber k = ScaledNumber.ZERO;

  private ScaledNumber f = ScaledNumber.ZERO;

  /** The terms of all pairs i, j below l. */
  private ScaledNumber below = ScaledNumber.ZERO;

  PublishedRecursion(Network network) {
    this.network = network;
    a = network.sigmaW2() / 2;
    v = network.biasFactor();
    x = ScaledNumber.of(network.inputNorm2());
    xx = x.times(x);
  }

  @Override
  public KernelMoments asOutput() {
    return KernelMoments.of(mean(), second());
  }

  private ScaledNumber mean() {
    return k.plus(x).plus(ScaledNumber.of(v));
  }

  private ScaledNumber second() {
    ScaledNumber own = xx.plus(x.times(2 * v)).plus(ScaledNumber.of(v * v));
    return below.plus(own).plus(f.plus(k.times(v)).times(2));
  }

  @Override
  public void pass() {
    int n = network.widths().at(l);
    int m = network.widths().at(l - 1);
    below = second().times(a).times(a).times(n + 5).over(n);
    k = mean().times(a);
    f = f.plus(xx).plus(x.times(v)).times(a).times(a).times(n + 1).over(m);
    x = x.times(a).times(n).over(m);
    xx = xx.times(a).times(a).times(n).times(n + 5).over(m).over(m);
    l++;
  }
}
