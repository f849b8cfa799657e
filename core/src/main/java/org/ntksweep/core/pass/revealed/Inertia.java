package org.ntksweep.core.pass.revealed;

import org.ntksweep.core.simd.Kernels;

/**
 * How what learns goes on moving: {@code v = mu v + g} for every number, which moves by {@code v},
 * or by {@code g + mu v} where it looks ahead.
 *
 * @param momentum mu, in [0, 1)
 * @param looksAhead whether moves are Nesterov's
 */
public record Inertia(double momentum, boolean looksAhead) {
  /** Every step is its own. */
  public static final Inertia NONE = new Inertia(0, false);

  private static final double[] NOTHING = {};

  /** Whether there is no velocity. */
  boolean isNone() {
    return momentum == 0;
  }

  /** Room for velocities of n numbers, all 0. */
  double[] velocity(int n) {
    return isNone() ? NOTHING : new double[n];
  }

  /** Begins a step. */
  void begin(Kernels kernels, double[] velocity) {
    kernels.scale(momentum, velocity, velocity, velocity.length);
  }

  /** Adds {@code f x}, n numbers, to what a step is made of. */
  void add(Kernels kernels, double f, double[] x, double[] value, double[] velocity, int n) {
    if (isNone() || looksAhead) {
      kernels.addScaled(f, x, value, n);
    }
    if (!isNone()) {
      kernels.addScaled(f, x, velocity, n);
    }
  }

  /** Ends a step. */
  void end(Kernels kernels, double[] value, double[] velocity) {
    kernels.addScaled(looksAhead ? momentum : 1, velocity, value, velocity.length);
  }
}
