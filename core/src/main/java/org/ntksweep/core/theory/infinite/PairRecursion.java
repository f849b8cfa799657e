package org.ntksweep.core.theory.infinite;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.theory.expectation.GaussianExpectations;
import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * Two inputs on their way through the layers: {@code Theta} of the network cut off at layer l is
 * {@code sigma_w2 E[phi' phi']_{l-1}} times that of layer l - 1, plus {@code u_l X_{l-1} + v_l}.
 */
final class PairRecursion {
  private final Network network;
  private final GaussianExpectations phi;
  private final ScaledNumber entersBias;
  private Neuron neuron;
  private Covariance x;
  private ScaledNumber weight = ScaledNumber.ZERO;
  private ScaledNumber bias = ScaledNumber.ZERO;
  private int layer;

  /** Two inputs at a layer of neurons: what enters, its gain on the way back, and what leaves. */
  private record Neuron(Covariance h, double gain, Covariance x) {}

  /**
   * @param inputs inner products of the inputs, per input dimension
   */
  PairRecursion(Network network, GaussianExpectations phi, Covariance inputs) {
    this.network = network;
    this.phi = phi;
    x = inputs;
    entersBias = ScaledNumber.of(network.biasFactor());
  }

  /** The kernels of the network whose output is the next layer, the first one to begin with. */
  InfiniteWidthEntry next() {
    if (layer > 0) {
      weight = weight.times(neuron.gain);
      bias = bias.times(neuron.gain);
      x = neuron.x;
    }
    layer++;
    weight = weight.plus(entering());
    bias = bias.plus(entersBias);
    Covariance h = x.throughLayer(network.sigmaW2(), network.sigmaB2());
    if (layer < network.depth()) {
      pass(h);
    }
    return new InfiniteWidthEntry(h, weight, bias);
  }

  /** Deep layers hardly differ, and in the end not at all. */
  private void pass(Covariance h) {
    if (layer == 1 || !h.equals(neuron.h)) {
      neuron = new Neuron(h, network.sigmaW2() * phi.slopes(h), phi.activations(h));
    }
  }

  /** {@code u_l X_{l-1}}. */
  private ScaledNumber entering() {
    double fanIn = network.widths().at(layer - 1);
    return ScaledNumber.of(network.weightFactor(layer) * fanIn * x.q12(), x.exponent());
  }
}
