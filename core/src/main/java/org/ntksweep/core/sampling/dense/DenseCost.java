package org.ntksweep.core.sampling.dense;

import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.PassShape;

/** About how long a {@link DenseSampler} takes, in nanoseconds on one core. */
public final class DenseCost {
  private static final double CALL = 1300;

  private DenseCost() {}

  /** The time of one sample. */
  public static double nanosPerSample(Network network, Inputs inputs) {
    int k = inputs.count();
    double perSignal = 3 + network.activation().kind().nanosPerNeuron();
    double nanos = 0;
    PassShape shape = new PassShape(network, inputs.dimension());
    for (int l = 1; l <= network.depth(); l++) {
      int rows = shape.rows(l);
      int columns = shape.columns(l);
      nanos += drawing(network.initialization(), rows, columns);
      nanos += calls(k) + multiplying(rows, columns, k) + perSignal * rows * k;
    }
    return nanos;
  }

  /** The reflections of an orthogonal matrix are as many products as it has columns. */
  private static double drawing(Initialization initialization, int rows, int columns) {
    double entries = (double) rows * columns;
    return switch (initialization) {
      case GAUSSIAN -> 2 * entries;
      case UNIFORM -> 1.2 * entries;
      case ORTHOGONAL -> entries * (5 + 0.2 * Math.min(rows, columns));
    };
  }

  private static double calls(int k) {
    return CALL * (k == 1 ? 2 : Math.min(2 * k, 10) + 2);
  }

  /** Few inputs wait for the memory, many for the arithmetic. */
  private static double multiplying(int rows, int columns, int k) {
    double once = (double) rows * columns;
    double products = 2 * once * Math.min(0.12 * k, 0.4 + 0.045 * k);
    return products + (k == 1 ? 0 : 0.1 * k * k * rows);
  }
}
