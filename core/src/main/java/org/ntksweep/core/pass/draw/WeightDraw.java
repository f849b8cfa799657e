package org.ntksweep.core.pass.draw;

import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/** Draws the weights of one layer, in units of their standard deviation. */
@FunctionalInterface
public interface WeightDraw {
  /** The half-width of a uniform law of variance 1. */
  double SQRT_3 = 0x1.bb67ae8584caap0;

  /** Independent numbers are drawn and copied so many at a time: they stay in the nearest cache. */
  int BLOCK = 2048;

  /**
   * Writes all entries.
   *
   * @param scratch work space for {@link #BLOCK} numbers and for a column
   */
  void fill(RandomStream stream, double[] scratch, Entries weights);

  /**
   * The weights of one layer.
   *
   * @param rows how many of its rows are wanted
   * @param columns how many of its columns are wanted
   * @param partly whether there may be more columns; what those wanted hold does not depend on it
   * @param order the larger of its width and the width below
   */
  static WeightDraw of(
      Initialization initialization,
      int rows,
      int columns,
      boolean partly,
      int order,
      Kernels kernels) {
    // Columns that may be wanted or not must not share a block.
    int block = partly ? rows : BLOCK;
    return switch (initialization) {
      case GAUSSIAN -> independent(RandomStream::fillGaussian, rows * columns, block);
      case UNIFORM -> independent(WeightDraw::fillUniform, rows * columns, block);
      case ORTHOGONAL -> new HaarMatrix(rows, columns, order, kernels);
    };
  }

  /** Fills in biases, in units of their standard deviation. */
  static void fillBiases(Initialization initialization, RandomStream stream, double[] out) {
    switch (initialization) {
      case GAUSSIAN, ORTHOGONAL -> stream.fillGaussian(out, 0, out.length);
      case UNIFORM -> fillUniform(stream, out, 0, out.length);
    }
  }

  /** Independent numbers. */
  @FunctionalInterface
  interface Numbers {
    /** Writes {@code count} of them from a position on. */
    void fill(RandomStream stream, double[] out, int from, int count);
  }

  private static WeightDraw independent(Numbers numbers, int count, int block) {
    return (stream, scratch, weights) -> {
      for (int from = 0; from < count; from += block) {
        int now = Math.min(block, count - from);
        numbers.fill(stream, scratch, 0, now);
        weights.put(from, scratch, now);
      }
    };
  }

  private static void fillUniform(RandomStream stream, double[] out, int from, int count) {
    stream.fillUniform(out, from, count);
    for (int i = from; i < from + count; i++) {
      out[i] *= SQRT_3;
    }
  }
}
