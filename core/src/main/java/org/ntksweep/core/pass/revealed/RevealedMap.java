package org.ntksweep.core.pass.revealed;

import java.util.Arrays;
import org.ntksweep.core.pass.LayerScale;
import org.ntksweep.core.pass.LinearMap;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * A layer with Gaussian weights that are decided only where they are looked at: {@code h = Z (s x,
 * sigma_b)} with a {@link RevealedMatrix} Z, whose last column are the biases if there are any.
 */
final class RevealedMap implements LinearMap<HeapSignals> {
  private final Kernels kernels;
  private final int columns;
  private final RevealedMatrix matrix;
  private final LayerScale scale;
  private final double[] in;
  private final double[] out;

  /**
   * A layer of which nothing is known.
   *
   * @param columns the width below
   * @param k how many inputs are expected
   */
  RevealedMap(
      int rows,
      int columns,
      LayerScale scale,
      int k,
      SharedRoom room,
      Kernels kernels,
      RandomStream stream) {
    this.kernels = kernels;
    this.columns = columns;
    this.scale = scale;
    in = room.in;
    out = room.out;
    int all = columns + (scale.hasBias() ? 1 : 0);
    RevealedMatrix.Slot[] right = new RevealedMatrix.Slot[k];
    RevealedMatrix.Slot[] left = new RevealedMatrix.Slot[k];
    Arrays.setAll(right, i -> slot(all, rows, room.workspace));
    Arrays.setAll(left, i -> i < k - 1 ? slot(rows, all, room.workspace) : room.lastLook);
    matrix = new RevealedMatrix(rows, all, right, left, kernels, stream);
  }

  private static RevealedMatrix.Slot slot(int dimension, int image, Workspace workspace) {
    return new RevealedMatrix.Slot(workspace.array(dimension), workspace.array(image));
  }

  /** The next products are those of a fresh layer. */
  void forget() {
    matrix.forget();
  }

  @Override
  public void times(HeapSignals x, int from, int to, Images images) {
    for (int i = from; i < to; i++) {
      int exponent = scale.imageExponent(x.exponent(i));
      double weight = scale.weight(x.exponent(i), exponent);
      kernels.scale(weight, x.vector(i), in, columns);
      double bias = scale.bias(exponent);
      in[columns] = bias;
      double norm2 = Math.fma(weight * weight, x.products().product(i, i), bias * bias);
      matrix.times(in, Math.sqrt(norm2), out);
      images.take(i, out, exponent);
    }
  }

  @Override
  public void transposeTimes(HeapSignals errors, int from, int to, Images images) {
    for (int i = from; i < to; i++) {
      double norm = Math.sqrt(errors.products().product(i, i));
      matrix.transposeTimes(errors.vector(i), norm, out);
      images.take(i, out, errors.exponent(i) + scale.exponent());
    }
  }

  @Override
  public double scale() {
    return scale.weight();
  }
}
