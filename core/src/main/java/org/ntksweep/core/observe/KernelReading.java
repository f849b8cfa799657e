package org.ntksweep.core.observe;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Scale;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.InnerProducts;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.ScaledSignals;

/**
 * Reads the tangent kernel off a pass: {@code Theta(x, y) = sum over l of D_l (u_l X_{l-1} + v_l)}
 * with the inner products D of errors and X of inputs.
 */
public final class KernelReading implements Pass.Visitor<ScaledSignals> {
  /** {@code u_l} and {@code v}, at l and at 0, as mantissas of even exponents. */
  private final double[] factor;

  private final int[] exponent;
  private KernelMatrix kernel;

  /** Reads kernels of a law. */
  public KernelReading(Network law) {
    factor = new double[law.depth() + 1];
    exponent = new int[law.depth() + 1];
    set(0, law.biasFactor());
    for (int l = 1; l <= law.depth(); l++) {
      set(l, law.weightFactor(l));
    }
  }

  private void set(int at, double value) {
    exponent[at] = Scale.isExtreme(value) ? Scale.evenExponent(value) : 0;
    factor[at] = Math.scalb(value, -exponent[at]);
  }

  /**
   * Begins a kernel, which what is read from now on adds up to.
   *
   * @param kernel set to zero; must hold as many inputs as pass
   */
  public KernelReading into(KernelMatrix kernel) {
    this.kernel = kernel;
    kernel.clear();
    return this;
  }

  @Override
  public void arrived(int l, AffineLayer<? extends ScaledSignals> layer, int from, int to) {
    InnerProducts inputs = layer.inputs().products();
    InnerProducts errors = layer.errors().products();
    for (int i = from; i < to; i++) {
      for (int j = 0; j <= i; j++) {
        double d = errors.product(i, j);
        int dExponent = errors.productExponent(i, j);
        double x = inputs.product(i, j);
        int xExponent = inputs.productExponent(i, j);
        kernel.weight(i, j).add(factor[l] * d * x, dExponent + xExponent + exponent[l]);
        kernel.bias(i, j).add(factor[0] * d, dExponent + exponent[0]);
      }
    }
  }
}
