package org.ntksweep.core.training.kernel;

import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Network;

/**
 * About how long examples take through explicit weights, on one core.
 *
 * @param law of the networks
 * @param precision of the numbers: floats are multiplied in half the time of doubles
 */
public record PassCost(Network law, Precision precision) {
  /** Nanoseconds of a layer at one example, beside products: signals are read and written. */
  public static final double PER_SIGNAL = 2.5;

  /** Of an entry of an inner product on the Java heap. */
  public static final double INNER_PRODUCT = 0.3;

  /** Of a multiplication and an addition of doubles in a product of matrices. */
  private static final double MULTIPLYING = 0.06;

  /** Of the calls a layer makes, one way. */
  private static final double CALLS = 4000;

  /** Nanoseconds of a multiplication and an addition in a product of matrices. */
  public double multiplying() {
    return MULTIPLYING * precision.bytes() / Double.BYTES;
  }

  /** Nanoseconds of examples up to the output. */
  public double up(double examples) {
    double nanos = 0;
    for (int l = 1; l <= law.depth(); l++) {
      nanos += layer(examples * law.widths().at(l), law.widths().at(l - 1));
    }
    return nanos;
  }

  /**
   * Nanoseconds of errors down to the first layer; there they end, none goes to the input.
   *
   * @param top the layer they start at
   */
  public double down(int top, double errors) {
    double nanos = 0;
    for (int l = 2; l <= top; l++) {
      nanos += layer(errors * law.widths().at(l - 1), law.widths().at(l));
    }
    return nanos;
  }

  private double layer(double signals, double products) {
    double signal = PER_SIGNAL + law.activation().kind().nanosPerNeuron() / 3;
    return CALLS + signals * (multiplying() * products + signal);
  }
}
