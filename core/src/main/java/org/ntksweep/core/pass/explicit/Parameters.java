package org.ntksweep.core.pass.explicit;

import java.util.List;
import java.util.stream.IntStream;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.pass.PassShape;

/**
 * A number for every weight and bias of a network, all of them in one vector: layer after layer, of
 * each the weights column by column and then the biases.
 */
public final class Parameters {
  private final PassShape shape;
  private final NativeMatrix vector;
  private final int[] from;

  /** Zeros for all layers. */
  public Parameters(PassShape shape, Precision precision, Resources resources) {
    this.shape = shape;
    from = new int[shape.depth() + 1];
    for (int l = 1; l <= shape.depth(); l++) {
      from[l] = Math.addExact(from[l - 1], shape.rows(l) * (shape.columns(l) + 1));
    }
    vector = resources.own(NativeMatrix.zeros(from[shape.depth()], 1, precision));
  }

  /** All of them, a column. */
  public NativeMatrix vector() {
    return vector;
  }

  /** The weights of every layer, from 1 to L. */
  public List<NativeMatrix> weights() {
    return IntStream.rangeClosed(1, shape.depth()).mapToObj(l -> layer(l).weights()).toList();
  }

  /** The part of layer l, from 1 to L. */
  LearningLayer layer(int l) {
    int rows = shape.rows(l);
    int columns = shape.columns(l);
    return new LearningLayer(
        TrainedUnits.of(shape.law(), l),
        vector.reshaped(from[l - 1], rows, columns + 1),
        vector.reshaped(from[l - 1], rows, columns),
        shape.law().trainable() == Trainable.ALL);
  }
}
