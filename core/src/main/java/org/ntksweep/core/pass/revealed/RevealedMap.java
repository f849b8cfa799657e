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
  private final int layer;
  private final Looks looks;

  /** Of the look that is under way: the norm of the vector, as mantissa of an exponent. */
  private double lookNorm;

  private int lookExponent;

  /**
   * A layer of which nothing is known.
   *
   * @param columns the width below
   * @param layer its number, for the looks
   * @param k how many inputs are expected
   */
  RevealedMap(
      int rows,
      int columns,
      LayerScale scale,
      int k,
      SharedRoom room,
      Kernels kernels,
      RandomStream stream,
      int layer,
      Looks looks) {
    this.layer = layer;
    this.looks = looks;
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
    matrix = new RevealedMatrix(rows, all, right, left, kernels, stream, this::tilt);
  }

  private void tilt(boolean backward, double[] normals) {
    if (backward) {
      looks.backward(layer, normals);
    } else {
      looks.forward(layer, normals, lookNorm, lookExponent);
    }
  }

  private static RevealedMatrix.Slot slot(int dimension, int image, Workspace workspace) {
    return new RevealedMatrix.Slot(workspace.array(dimension), workspace.array(image));
  }

  /** Multiplies the rows by signs, the biases' too: symmetric laws stay what they are. */
  void flipRows(double[] signs) {
    matrix.flipRows(signs);
  }

  /** Multiplies the columns of the weights by signs. */
  void flipColumns(double[] signs) {
    matrix.flipColumns(signs, columns);
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
      lookNorm = Math.sqrt(norm2);
      lookExponent = exponent;
      matrix.times(in, lookNorm, out);
      looks.image(layer, out);
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
