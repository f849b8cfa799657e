package org.ntksweep.core.training;

import java.io.Serializable;

/**
 * Lazy training (Chizat, Oyallon and Bach 2019): the model is {@code alpha f}, or {@code alpha (f -
 * f_0)} where it is centered, and the loss {@code R(model)/alpha^2}.
 *
 * @param alpha finite, above 0
 * @param centered whether the outputs at initialization are taken off
 */
public record LazyScale(double alpha, boolean centered) implements Serializable {
  private static final long serialVersionUID = 1;

  /** The model is the network. */
  public static final LazyScale NONE = new LazyScale(1, false);

  /** Checks the scale. */
  public LazyScale {
    if (!(alpha > 0) || Double.isInfinite(alpha)) {
      throw new IllegalArgumentException("alpha " + alpha + ": must be finite and above 0");
    }
  }
}
