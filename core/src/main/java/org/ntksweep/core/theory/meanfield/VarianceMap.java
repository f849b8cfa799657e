package org.ntksweep.core.theory.meanfield;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;

/**
 * The map of pre-activation variances from layer to layer, {@code q to sigma_w2 E[phi(h)^2] +
 * sigma_b2} with h of variance q: normal, but for uniform biases. It increases.
 */
interface VarianceMap {
  /** Variances from here on are as good as infinite, and those below its inverse as good as 0. */
  double LARGEST = 0x1p1000;

  /** How far, relative to it, a variance may be from the next one to be taken for kept. */
  double ROUNDING = 0x1p-50;

  /** The variance in the next layer. */
  double next(double q);

  /** The slope of {@link #next}. */
  double slopeAt(double q);

  /** {@code sigma_w2 E[phi'(h)^2]}: what a layer makes of the squared norm of a gradient. */
  double gain(double q);

  /**
   * Where a variance ends up: it moves, always in the same direction, to the first fixed point
   * there is. A fixed point is kept, to rounding, even one that repels.
   *
   * @return 0 or infinite where it shrinks or grows without end; empty if every variance stays what
   *     it is
   */
  OptionalDouble limit(double start);

  /** The map of a network. */
  static VarianceMap of(Network law) {
    boolean normal =
        law.initialization() != Initialization.UNIFORM
            || law.sigmaB2() == 0
            || law.activation().isPositivelyHomogeneous();
    return normal
        ? new GaussianVarianceMap(law.activation(), law.sigmaW2(), law.sigmaB2())
        : new UniformBiasVarianceMap(law.activation(), law.sigmaW2(), law.sigmaB2());
  }

  /** {@code q^1 = sigma_w2 |x|^2 / n_0 + sigma_b2}, brought into range. */
  static double firstVariance(Network law) {
    double input = law.inputNorm2() / law.widths().inputDim();
    return Math.max(Math.min(law.sigmaW2() * input + law.sigmaB2(), LARGEST), 1 / LARGEST);
  }
}
