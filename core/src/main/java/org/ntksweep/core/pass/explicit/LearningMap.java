package org.ntksweep.core.pass.explicit;

import java.util.function.Supplier;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.pass.LinearMap;

/**
 * A layer whose weights are all there and move. It multiplies the signals it was made for, all of
 * them in one product, whichever are asked for.
 */
final class LearningMap implements LinearMap<TrueSignals> {
  private final NativeMatrix images;
  private final NativeMatrix imagesBelow;
  private final double[] column;
  private final double scale;
  private final Prepared forward;
  private final Prepared backward;
  private final Prepared update;

  /**
   * The layer of these parameters between the signals that enter it and the errors that come back.
   *
   * @param images room for what it makes of either
   * @param column room for one of them
   */
  LearningMap(
      LearningLayer layer,
      TrueSignals inputs,
      TrueSignals errors,
      NativeMatrix images,
      double[] column,
      Resources resources) {
    NativeMatrix all = layer.all();
    NativeMatrix weights = layer.weights();
    this.images = images.reshaped(all.rows(), inputs.count());
    imagesBelow = images.reshaped(weights.columns(), errors.count());
    this.column = column;
    scale = layer.units().input();
    forward = new Prepared(resources, () -> Product.of(all, inputs.matrix(), this.images));
    backward =
        new Prepared(resources, () -> Product.ofTransposed(weights, errors.matrix(), imagesBelow));
    update = new Prepared(resources, () -> layer.adding(errors, inputs));
  }

  /** A product that is prepared when it is first computed. */
  private static final class Prepared {
    private final Resources resources;
    private final Supplier<Product> how;
    private Product product;

    Prepared(Resources resources, Supplier<Product> how) {
      this.resources = resources;
      this.how = how;
    }

    void compute() {
      if (product == null) {
        product = resources.own(how.get());
      }
      product.compute();
    }
  }

  @Override
  public void times(TrueSignals x, int from, int to, Images receiver) {
    forward.compute();
    pass(images, from, to, receiver);
  }

  @Override
  public void transposeTimes(TrueSignals errors, int from, int to, Images receiver) {
    backward.compute();
    pass(imagesBelow, from, to, receiver);
  }

  private void pass(NativeMatrix computed, int from, int to, Images receiver) {
    Entries entries = computed.entries();
    int n = computed.rows();
    for (int i = from; i < to; i++) {
      entries.get(i * n, column, n);
      receiver.take(i, column, 0);
    }
  }

  @Override
  public void add(TrueSignals errors, TrueSignals x, int from, int to) {
    update.compute();
  }

  @Override
  public double scale() {
    return scale;
  }
}
