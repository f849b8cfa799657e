package org.ntksweep.core.pass.explicit;

import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.pass.LayerScale;
import org.ntksweep.core.pass.LinearMap;
import org.ntksweep.core.pass.draw.LayerDraw;
import org.ntksweep.core.pass.draw.NetworkStream;

/**
 * A layer with all its weights, drawn when they are first needed, and again when another layer took
 * their place meanwhile. It multiplies the signals it was made for, all of them in one product,
 * whichever are asked for.
 */
final class ExplicitMap implements LinearMap<NativeSignals> {
  private final LayerScale scale;
  private final LayerDraw draw;
  private final NetworkStream streams;
  private final WeightPlace place;
  private final SharedRoom room;
  private final NativeMatrix weights;
  private final double[] biases;
  private final NativeMatrix images;
  private final Product forward;
  private final NativeSignals errors;
  private final Resources resources;

  /** Made when first needed: nothing goes back through the first layer. */
  private Product backward;

  /**
   * A layer between the signals that enter it and the errors that come back.
   *
   * @param place where the weights go, large enough
   */
  ExplicitMap(
      LayerDraw draw,
      LayerScale scale,
      NetworkStream streams,
      WeightPlace place,
      NativeSignals inputs,
      NativeSignals errors,
      SharedRoom room,
      Resources resources) {
    this.draw = draw;
    this.scale = scale;
    this.streams = streams;
    this.place = place;
    this.room = room;
    this.errors = errors;
    this.resources = resources;
    biases = new double[scale.hasBias() ? errors.dimension() : 0];
    weights = place.matrix().reshaped(errors.dimension(), inputs.dimension());
    images = room.images.reshaped(errors.dimension(), inputs.count());
    forward = resources.own(Product.of(weights, inputs.matrix(), images));
  }

  /** The weights are to be drawn again. */
  void forget() {
    place.hold(null);
  }

  private void ensureDrawn() {
    if (!place.isHeldBy(this)) {
      draw.fill(streams, biases, room.scratch, weights.entries());
      weights.changed();
      place.hold(this);
    }
  }

  @Override
  public void times(NativeSignals x, int from, int to, Images receiver) {
    ensureDrawn();
    forward.compute();
    Entries entries = images.entries();
    int n = images.rows();
    double[] h = room.column;
    for (int i = from; i < to; i++) {
      int exponent = scale.imageExponent(x.exponent(i));
      entries.get(i * n, h, n);
      room.kernels.scale(scale.weight(x.exponent(i), exponent), h, h, n);
      if (scale.hasBias()) {
        room.kernels.addScaled(scale.bias(exponent), biases, h, n);
      }
      receiver.take(i, h, exponent);
    }
  }

  @Override
  public void transposeTimes(NativeSignals e, int from, int to, Images receiver) {
    ensureDrawn();
    int n = weights.columns();
    if (backward == null) {
      NativeMatrix out = room.images.reshaped(n, errors.count());
      backward = resources.own(Product.ofTransposed(weights, errors.matrix(), out));
    }
    backward.compute();
    Entries entries = room.images.entries();
    for (int i = from; i < to; i++) {
      entries.get(i * n, room.column, n);
      receiver.take(i, room.column, e.exponent(i) + scale.exponent());
    }
  }

  @Override
  public double scale() {
    return scale.weight();
  }
}
