package org.ntksweep.core.training.kernel;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.matrix.Resources;

/**
 * The inner products of the columns of a matrix, by pairs: those of the upper triangle, and of the
 * lower one what falls into the same products.
 */
final class Gram {
  /** In so many strips: more products, and fewer numbers that are not wanted. */
  private static final int STRIPS = 4;

  /** Narrower strips are slower than what they save. */
  private static final int NARROWEST = 32;

  private final List<Product> products = new ArrayList<>();
  private final NativeMatrix out;

  /** Of the columns of a matrix, into a square one. */
  Gram(NativeMatrix a, NativeMatrix out, Resources resources) {
    this.out = out;
    int n = a.columns();
    int strips = Math.max(1, Math.min(STRIPS, n / NARROWEST));
    for (int s = 0; s < strips; s++) {
      int from = n * s / strips;
      int to = n * (s + 1) / strips;
      NativeMatrix strip = a.columns(from, to - from);
      NativeMatrix above = a.columns(0, to);
      NativeMatrix place = out.columns(from, to - from).top(to);
      products.add(resources.own(Product.ofTransposed(above, strip, place)));
    }
  }

  /** Computes them for what the matrix holds. */
  Entries compute() {
    products.forEach(Product::compute);
    return out.entries();
  }
}
