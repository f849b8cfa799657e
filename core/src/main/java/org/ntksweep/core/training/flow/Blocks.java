package org.ntksweep.core.training.flow;

import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.simd.Kernels;

/**
 * Sums of multiples of long vectors, block by block: memory is read once, whatever their number.
 */
final class Blocks {
  private static final int BLOCK = 1024;

  private final Kernels kernels = Kernels.best();
  private final double[] sum = new double[BLOCK];
  private final double[] block = new double[BLOCK];

  /** Does something with a block of a sum. */
  private interface Use {
    void of(int from, int count);
  }

  /** {@code out = sum of c_i v_i}; {@code out} may be one of them. */
  void combine(NativeMatrix out, double[] c, NativeMatrix... v) {
    Entries entries = out.entries();
    each(c, v, (from, count) -> entries.put(from, sum, count));
    out.changed();
  }

  /**
   * {@code (old, now) = (now, sum of c_i v_i)}; both may be among the vectors.
   *
   * @param now the first of them
   */
  void advance(NativeMatrix old, NativeMatrix now, double[] c, NativeMatrix... v) {
    Entries before = old.entries();
    Entries entries = now.entries();
    each(
        c,
        v,
        (from, count) -> {
          entries.get(from, block, count);
          before.put(from, block, count);
          entries.put(from, sum, count);
        });
    old.changed();
    now.changed();
  }

  /** The norm of the sum. */
  double norm(double[] c, NativeMatrix... v) {
    double[] norm2 = new double[1];
    each(c, v, (from, count) -> norm2[0] += kernels.dot(sum, 0, sum, 0, count));
    return Math.sqrt(norm2[0]);
  }

  private void each(double[] c, NativeMatrix[] v, Use use) {
    Entries[] entries = new Entries[v.length];
    for (int i = 0; i < v.length; i++) {
      entries[i] = v[i].entries();
    }
    int length = v[0].rows();
    for (int from = 0; from < length; from += BLOCK) {
      int count = Math.min(BLOCK, length - from);
      entries[0].get(from, sum, count);
      kernels.scale(c[0], sum, sum, count);
      for (int i = 1; i < v.length; i++) {
        entries[i].get(from, block, count);
        kernels.addScaled(c[i], block, sum, count);
      }
      use.of(from, count);
    }
  }
}
