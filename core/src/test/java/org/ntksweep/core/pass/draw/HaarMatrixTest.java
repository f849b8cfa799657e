package org.ntksweep.core.pass.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

@DisplayName("Weights that are orthogonal")
class HaarMatrixTest {
  @Test
  void orthogonalMatricesAreOrthogonal() {
    for (int[] shape : new int[][] {{6, 6, 6}, {9, 4, 4}, {3, 8, 8}, {1, 5, 5}, {5, 1, 1}}) {
      double[][] w = haar(shape[0], shape[1], shape[2]);
      boolean high = shape[0] >= shape[1];
      double[][] vectors = high ? transposed(w) : w;
      double length2 = Math.max(shape[0], shape[1]);
      for (int i = 0; i < vectors.length; i++) {
        for (int j = 0; j < vectors.length; j++) {
          double expected = i == j ? length2 : 0;
          assertThat(dot(vectors[i], vectors[j])).isCloseTo(expected, within(1e-12 * length2));
        }
      }
    }
  }

  private static double[][] haar(int rows, int columns, int fanIn) {
    double[] entries = new double[rows * columns];
    WeightDraw.of(
            Initialization.ORTHOGONAL, rows, columns, false, Math.max(rows, fanIn), Kernels.best())
        .fill(
            new RandomStream(),
            new double[WeightDraw.BLOCK],
            Entries.of(DoubleBuffer.wrap(entries), 0));
    double[][] w = new double[rows][columns];
    for (int r = 0; r < rows; r++) {
      int row = r;
      Arrays.setAll(w[r], c -> entries[c * rows + row]);
    }
    return w;
  }

  private static double[][] transposed(double[][] w) {
    return IntStream.range(0, w[0].length)
        .mapToObj(c -> Stream.of(w).mapToDouble(row -> row[c]).toArray())
        .toArray(double[][]::new);
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
