package org.ntksweep.core.sampling;

import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * The kernel of a network at any k inputs, without its weights: every layer is a {@link
 * RevealedMatrix}, looked at once forward and once backward for each input, which costs 2k normal
 * numbers a neuron instead of M.
 *
 * <p>Layer l acts as {@code h^l = Z^l (s x^{l-1}, sigma_b)} with Z standard normal and {@code s^2 =
 * sigma_w2 / n_{l-1}}: a bias is one more column. Inputs pass one after the other, each forward and
 * then back, so the numbers of the first ones do not depend on which others follow. The first layer
 * needs as many columns as the inputs have dimensions, not as the input space has: the law is
 * invariant under rotations.
 */
final class ConditionedSampler implements KernelSampler {
  private final Inputs inputs;
  private final long point;
  private final RandomStream stream;
  private final Nonlinearity nonlinearity;

  /** The layers from 1 to L, at l - 1. */
  private final Layer[] layers;

  ConditionedSampler(Network network, Inputs inputs, Workspace workspace) {
    this.inputs = inputs;
    point = network.id().bits();
    Kernels kernels = Kernels.best();
    stream = new RandomStream(kernels);
    nonlinearity = new Nonlinearity(kernels, network.activation());
    int width = Math.max(network.widths().maxLayerWidth(), inputs.dimension());
    Layer.Shared shared = new Layer.Shared(width + 1, workspace);
    layers = new Layer[network.depth()];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = new Layer(network, inputs, i + 1, shared, kernels, stream);
    }
  }

  @Override
  public void sample(long seed, long sample, KernelMatrix kernel) {
    stream.reset(seed, point, sample);
    kernel.clear();
    for (Layer layer : layers) {
      layer.forget();
    }
    for (int i = 0; i < inputs.count(); i++) {
      forward(i);
      backward(i, kernel);
    }
  }

  /** Carries input i up to the last layer; the output itself is not needed. */
  private void forward(int i) {
    double[] x = layers[0].inputs.vector(i);
    for (int m = 0; m < inputs.dimension(); m++) {
      x[m] = inputs.at(i, m);
    }
    layers[0].inputs.accept(i, 0);
    for (int l = 0; l < layers.length - 1; l++) {
      layers[l].forward(i, nonlinearity, layers[l + 1]);
    }
  }

  /** Carries the error of input i from the output down, adding up what each layer contributes. */
  private void backward(int i, KernelMatrix kernel) {
    int top = layers.length - 1;
    layers[top].errors.vector(i)[0] = 1;
    layers[top].errors.accept(i, 0);
    layers[top].contribute(i, kernel);
    for (int l = top; l > 0; l--) {
      layers[l].backward(i, layers[l - 1]);
      layers[l - 1].contribute(i, kernel);
    }
  }
}
