package org.ntksweep.core.sampling;

import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.random.RandomStream;

/** One affine layer of a {@link DenseSampler} with all its weights. */
final class DenseLayer implements AutoCloseable {
  private final Network network;
  private final int rows;
  private final int columns;
  private final DenseSignals below;
  private final DenseSignals above;
  private final DenseSignals.Shared shared;
  private final NativeMatrix weights;
  private final WeightDraw draw;
  private final double[] biases;
  private final Product forward;
  private final Product backward;
  private final double weightScale;
  private final double biasScale;
  private final double weightFactor;
  private final double biasFactor;

  /**
   * @param place where the weights go, large enough
   */
  DenseLayer(
      Network network,
      Inputs inputs,
      int l,
      DenseSignals below,
      DenseSignals above,
      DenseSignals.Shared shared,
      NativeMatrix place) {
    this.network = network;
    this.below = below;
    this.above = above;
    this.shared = shared;
    rows = network.widths().at(l);
    columns = MemoryPlan.columns(network, inputs, l);
    weights = place.reshaped(rows, columns);
    draw =
        WeightDraw.of(
            network.initialization(), rows, columns, network.widths().at(l - 1), shared.kernels);
    biases = new double[rows];
    forward = Product.of(weights, below.matrix, above.matrix);
    backward = Product.ofTransposed(weights, above.matrix, below.matrix);
    weightScale = Math.sqrt(network.weightVariance(l));
    biasScale = Math.sqrt(network.sigmaB2());
    weightFactor = network.weightFactor(l);
    biasFactor = network.biasFactor();
  }

  /** Draws biases, if there are any, and weights from the beginning of a stream. */
  void draw(RandomStream stream) {
    if (biasScale > 0) {
      WeightDraw.fillBiases(network.initialization(), stream, biases, rows);
    }
    draw.fill(stream, shared.scratch, weights.entries());
    weights.changed();
  }

  /** Carries all inputs through the layer and the activation. */
  void forward(Nonlinearity nonlinearity) {
    forward.compute();
    Entries entries = above.matrix.entries();
    double[] h = shared.column;
    for (int i = 0; i < above.slope.length; i++) {
      int exponent = below.activations.exponent(i);
      entries.get(i * rows, h, rows);
      shared.kernels.scale(weightScale, h, h, rows);
      if (biasScale > 0) {
        shared.kernels.addScaled(Math.scalb(biasScale, -exponent), biases, h, rows);
      }
      int after = nonlinearity.apply(h, exponent, shared.value, above.slope[i], rows);
      above.put(i, shared.value, after, entries, above.activations);
    }
    above.multiply(above.activations);
  }

  /**
   * Carries the errors of all inputs back through the layer and the activation below it.
   *
   * @param errors the inner products of the errors above, replaced by those of the errors below
   */
  void backward(InnerProducts errors) {
    backward.compute();
    Entries entries = below.matrix.entries();
    double[] error = shared.column;
    for (int i = 0; i < below.slope.length; i++) {
      entries.get(i * columns, error, columns);
      shared.kernels.multiply(error, below.slope[i], error, columns);
      shared.kernels.scale(weightScale, error, error, columns);
      below.put(i, error, errors.exponent(i), entries, errors);
    }
    below.multiply(errors);
  }

  /** Adds the layer's part of the kernel. */
  void contribute(InnerProducts errors, KernelMatrix kernel) {
    InnerProducts x = below.activations;
    for (int i = 0; i < kernel.inputs(); i++) {
      for (int j = 0; j <= i; j++) {
        double d = errors.product(i, j);
        int exponent = errors.productExponent(i, j);
        double weight = weightFactor * d * x.product(i, j);
        kernel.weight(i, j).add(weight, exponent + x.productExponent(i, j));
        kernel.bias(i, j).add(biasFactor * d, exponent);
      }
    }
  }

  @Override
  public void close() {
    forward.close();
    backward.close();
  }
}
