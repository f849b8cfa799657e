package org.ntksweep.core.training.kernel;

import org.ntksweep.core.network.Network;

/** About how long examples take through explicit weights, on one core. */
public final class PassCost {
  /** Nanoseconds of a multiplication and an addition in a product of matrices. */
  public static final double MULTIPLYING = 0.06;

  /** Of a layer at one example, beside its products: what its signals are read and written in. */
  public static final double PER_SIGNAL = 2.5;

  /** Of an entry of an inner product on the Java heap. */
  public static final double INNER_PRODUCT = 0.3;

  /** Of the calls a layer makes, one way. */
  private static final double CALLS = 4000;

  private PassCost() {}

  /** Nanoseconds one way. */
  public static double nanos(Network law, double examples) {
    double nanos = 0;
    for (int l = 1; l <= law.depth(); l++) {
      double rows = law.widths().at(l);
      double signal = PER_SIGNAL + law.activation().kind().nanosPerNeuron() / 3;
      nanos += CALLS + examples * rows * (MULTIPLYING * law.widths().at(l - 1) + signal);
    }
    return nanos;
  }
}
