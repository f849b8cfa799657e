package org.ntksweep.core.pass.revealed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.pass.LayerScale;
import org.ntksweep.core.pass.LinearMap;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * A layer with Gaussian weights that are decided only where they are looked at: {@code h = Z (s x,
 * sigma_b)} with a {@link RevealedMatrix} Z, whose last column are the biases if there are any.
 *
 * <p>It learns by outer products of signals it has met. Biases move otherwise than weights do, so
 * they are looked at before and stand beside Z from then on: {@code h = Z (s x, 0) + b}. With them
 * every x alone is a combination of vectors looked at, as {@link RevealedMatrix#addOuterProduct}
 * asks.
 */
final class RevealedMap implements LinearMap<HeapSignals> {
  private final Kernels kernels;
  private final int rows;
  private final int columns;
  private final RevealedMatrix matrix;
  private final LayerScale scale;
  private final Inertia inertia;
  private final double[] in;
  private final double[] out;
  private final int layer;
  private final Looks looks;

  /** Null until the layer learns. */
  private LearnedBias learned;

  /** Of the look that is under way: the norm of the vector, as mantissa of an exponent. */
  private double lookNorm;

  private int lookExponent;

  /**
   * A layer of which nothing is known.
   *
   * @param columns the width below
   * @param layer its number, for the looks
   * @param k how many looks from each side to have room for beforehand
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
    this.rows = rows;
    this.columns = columns;
    this.scale = scale;
    inertia = room.inertia;
    in = room.in;
    out = room.out;
    int all = columns + (scale.hasBias() ? 1 : 0);
    RevealedMatrix.Slot[] right = new RevealedMatrix.Slot[k];
    RevealedMatrix.Slot[] left = new RevealedMatrix.Slot[k];
    Arrays.setAll(right, i -> room.slot(all, rows));
    Arrays.setAll(left, i -> i < k - 1 ? room.slot(rows, all) : room.lastLook(rows, all));
    matrix = new RevealedMatrix(rows, all, right, left, kernels, stream, this::tilt, inertia);
  }

  private void tilt(boolean backward, double[] normals) {
    if (backward) {
      looks.backward(layer, normals);
    } else {
      looks.forward(layer, normals, lookNorm, lookExponent);
    }
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
    learned = null;
  }

  /** Looks at the biases, which stand beside the weights from now on. */
  void beginLearning() {
    LearnedBias biases = new LearnedBias(rows, inertia, kernels);
    if (scale.hasBias()) {
      Arrays.fill(in, 0, columns, 0);
      in[columns] = 1;
      look(1, 0);
      biases.set(scale.bias(), out);
    }
    learned = biases;
  }

  /** Writes all that is known. */
  void write(DataOutput out) throws IOException {
    matrix.write(out);
    out.writeBoolean(learned != null);
    if (learned != null) {
      learned.write(out);
    }
  }

  /** Knows what was written of such a layer, and nothing else. */
  void read(DataInput in) throws IOException {
    matrix.read(in);
    learned = in.readBoolean() ? new LearnedBias(rows, inertia, kernels) : null;
    if (learned != null) {
      learned.read(in);
    }
  }

  /** Begins a step. */
  void beginStep() {
    matrix.beginStep();
    learned.beginStep();
  }

  /** Ends a step. */
  void endStep() {
    matrix.endStep();
    learned.endStep();
  }

  /**
   * Adds {@code f e_i x_i'} to a step of the weights, once the layer learns.
   *
   * @param x signals of which this one has entered the layer
   */
  void addOuterProduct(ScaledNumber f, HeapSignals errors, HeapSignals x, int i) {
    if (f.isZero()) {
      return;
    }
    ScaledNumber inUnits = f.over(ScaledNumber.of(scale.weight(), scale.exponent()));
    double factor = inUnits.inUnitsOf(-errors.exponent(i) - x.exponent(i));
    matrix.addOuterProduct(factor, errors.vector(i), x.vector(i), columns);
  }

  /** Adds {@code f e_i} to a step of the biases, once the layer learns. */
  void addToBias(ScaledNumber f, HeapSignals errors, int i) {
    if (!f.isZero()) {
      learned.add(f.inUnitsOf(-errors.exponent(i)), errors.vector(i));
    }
  }

  @Override
  public void times(HeapSignals x, int from, int to, Images images) {
    for (int i = from; i < to; i++) {
      int exponent = imageExponent(x.exponent(i));
      double weight = scale.weight(x.exponent(i), exponent);
      kernels.scale(weight, x.vector(i), in, columns);
      double bias = learned == null ? scale.bias(exponent) : 0;
      in[columns] = bias;
      double norm2 = Math.fma(weight * weight, x.products().product(i, i), bias * bias);
      look(Math.sqrt(norm2), exponent);
      if (learned != null) {
        learned.addTo(out, exponent);
      }
      looks.image(layer, out);
      images.take(i, out, exponent);
    }
  }

  private int imageExponent(int input) {
    return learned == null
        ? scale.imageExponent(input)
        : learned.imageExponent(input + scale.exponent());
  }

  /** The image of what is in {@code in}. */
  private void look(double norm, int exponent) {
    lookNorm = norm;
    lookExponent = exponent;
    matrix.times(in, norm, out);
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
