package org.ntksweep.core.sampling;

import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * One affine layer of a {@link ConditionedSampler}: what was revealed of its matrix, and for every
 * input what entered it from below and the error that came back to it from above.
 */
final class Layer {
  final Signals inputs;
  final Signals errors;

  /** Derivatives of the activation after the layer, for the input that is passing. */
  final double[] slope;

  private final Kernels kernels;
  private final int rows;

  /** The width below, or for the first layer the dimension of the inputs; the bias not counted. */
  private final int columns;

  private final RevealedMatrix matrix;
  private final Shared shared;

  /** The standard deviations of a weight and of a bias. */
  private final double weightScale;

  private final double biasScale;
  private final double weightFactor;
  private final double biasFactor;

  /**
   * Work space for layers to share. What the last input leaves behind in one layer is never asked
   * for in another, and keeping it in one place keeps it in the nearest cache.
   */
  static final class Shared {
    private final Workspace workspace;
    private final double[] lastInput;
    private final double[] lastError;
    private final RevealedMatrix.Slot lastLook;
    private final double[] in;
    private final double[] out;

    Shared(int width, Workspace workspace) {
      this.workspace = workspace;
      lastInput = workspace.array(width);
      lastError = workspace.array(width);
      lastLook = new RevealedMatrix.Slot(width, width, workspace);
      in = workspace.array(width);
      out = workspace.array(width);
    }
  }

  Layer(Network network, Inputs x, int l, Shared shared, Kernels kernels, RandomStream stream) {
    this.kernels = kernels;
    this.shared = shared;
    Workspace workspace = shared.workspace;
    rows = network.widths().at(l);
    columns = l == 1 ? x.dimension() : network.widths().at(l - 1);
    weightScale = Math.sqrt(network.weightVariance(l));
    biasScale = Math.sqrt(network.sigmaB2());
    weightFactor = network.weightFactor(l);
    biasFactor = network.biasFactor();
    int k = x.count();
    int biasColumns = biasScale > 0 ? 1 : 0;
    matrix =
        new RevealedMatrix(
            rows, columns + biasColumns, k, shared.lastLook, kernels, stream, workspace);
    inputs = new Signals(k, columns, shared.lastInput, kernels, workspace);
    errors = new Signals(k, rows, shared.lastError, kernels, workspace);
    slope = workspace.array(rows);
  }

  void forget() {
    matrix.forget();
  }

  /** Carries input i through the layer and the activation into the layer above. */
  void forward(int i, Nonlinearity nonlinearity, Layer above) {
    double[] in = shared.in;
    kernels.scale(weightScale, inputs.vector(i), in, columns);
    double bias = Math.scalb(biasScale, -inputs.exponent(i));
    in[columns] = bias;
    double norm2 = Math.fma(weightScale * weightScale, inputs.product(i, i), bias * bias);
    matrix.times(in, Math.sqrt(norm2), shared.out);
    double[] value = above.inputs.vector(i);
    int exponent = nonlinearity.apply(shared.out, inputs.exponent(i), value, slope, rows);
    above.inputs.accept(i, exponent);
  }

  /**
   * Carries the error of input i back through the layer and the activation into the layer below.
   */
  void backward(int i, Layer below) {
    double norm = Math.sqrt(errors.product(i, i));
    matrix.transposeTimes(errors.vector(i), norm, shared.out);
    kernels.multiply(shared.out, below.slope, shared.out, columns);
    kernels.scale(weightScale, shared.out, below.errors.vector(i), columns);
    below.errors.accept(i, errors.exponent(i));
  }

  /** Adds this layer's part of the kernel of input i with itself and all inputs before it. */
  void contribute(int i, KernelMatrix kernel) {
    for (int j = 0; j <= i; j++) {
      double d = errors.product(i, j);
      int dExponent = errors.productExponent(i, j);
      double x = inputs.product(i, j);
      kernel.weight(i, j).add(weightFactor * d * x, dExponent + inputs.productExponent(i, j));
      kernel.bias(i, j).add(biasFactor * d, dExponent);
    }
  }
}
