package org.ntksweep.core.pass.explicit;

import java.util.Optional;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.pass.InnerProducts;
import org.ntksweep.core.pass.ScaledSignals;

/** Signals outside the Java heap, a column each of one matrix, multiplied all together. */
public final class NativeSignals extends ScaledSignals {
  private final NativeMatrix matrix;
  private final SharedRoom room;

  /** Absent for one vector, whose norm is known. */
  private final Optional<Product> gram;

  /** Open while columns are being written. */
  private Entries entries;

  /**
   * Signals of one layer.
   *
   * @param matrix where they are stored, a column each; signals may share it of which only one is
   *     in use at a time
   */
  NativeSignals(NativeMatrix matrix, InnerProducts products, SharedRoom room, Resources resources) {
    super(matrix.rows(), products, room.kernels);
    this.matrix = matrix;
    this.room = room;
    gram =
        products.count() == 1
            ? Optional.empty()
            : Optional.of(resources.own(Product.ofTransposed(matrix, matrix, room.gram)));
  }

  NativeMatrix matrix() {
    return matrix;
  }

  /** The same place for every i. */
  @Override
  public double[] vector(int i) {
    return room.value;
  }

  @Override
  protected void store(int i) {
    if (entries == null) {
      entries = matrix.entries();
    }
    entries.put(i * dimension(), room.value, dimension());
  }

  @Override
  public void multiply(int from, int to) {
    entries = null;
    matrix.changed();
    gram.ifPresent(product -> multiply(product, from, to));
  }

  private void multiply(Product product, int from, int to) {
    product.compute();
    Entries products = room.gram.entries();
    for (int i = from; i < to; i++) {
      products.get(i * count(), room.column, i + 1);
      for (int j = 0; j <= i; j++) {
        products().setProduct(i, j, room.column[j]);
      }
    }
  }
}
