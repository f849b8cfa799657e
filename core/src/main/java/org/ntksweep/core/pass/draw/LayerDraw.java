package org.ntksweep.core.pass.draw;

import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * Draws one layer of a network, in units of the standard deviations.
 *
 * @param layer which, from 1 to L
 * @param initialization the family of its law
 * @param weights what draws the weights
 */
public record LayerDraw(int layer, Initialization initialization, WeightDraw weights) {

  /** The part of layer l that {@code rows} outputs and {@code columns} inputs see of it. */
  public static LayerDraw of(Network law, int l, int rows, int columns, Kernels kernels) {
    int fanIn = law.widths().at(l - 1);
    int order = Math.max(law.widths().at(l), fanIn);
    Initialization initialization = law.initialization();
    return new LayerDraw(
        l,
        initialization,
        WeightDraw.of(initialization, rows, columns, isPartly(l, initialization), order, kernels));
  }

  /** How many numbers the largest layer of a network takes on the Java heap while it is drawn. */
  public static long frameNumbers(PassShape shape) {
    Network law = shape.law();
    return switch (law.initialization()) {
      case GAUSSIAN, UNIFORM -> 0;
      case ORTHOGONAL -> {
        long most = 0;
        for (int l = 1; l <= law.depth(); l++) {
          long order = Math.max(law.widths().at(l), law.widths().at(l - 1));
          most = Math.max(most, Math.min(shape.rows(l), shape.columns(l)) * (order + 1));
        }
        yield most;
      }
    };
  }

  /** Whether it depends on the inputs how many columns are wanted. */
  private static boolean isPartly(int l, Initialization initialization) {
    return l == 1 && initialization.isRotationInvariant();
  }

  /**
   * Draws biases, as many as there is room for, and weights.
   *
   * @param scratch as {@link WeightDraw#fill} wants it
   */
  public void fill(NetworkStream streams, double[] biases, double[] scratch, Entries entries) {
    RandomStream stream = streams.ofLayer(layer);
    WeightDraw.fillBiases(initialization, stream, biases);
    weights.fill(stream, scratch, entries);
  }
}
