package org.ntksweep.core.theory.infinite;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.theory.expectation.GaussianExpectations;
import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * The tangent kernel in the limit of infinite width, at the widths a network has (Jacot et al.
 * 2018, Arora et al. 2019): inner products are replaced by their leading order in the widths,
 *
 * <pre>
 * Theta(x, y) = sum over l of D_l (u_l X_{l-1} + v_l),
 * X_l = n_l E[phi phi]_l,   X_0 = &lt;x, y&gt;
 * D_l = product over m from l to L-1 of sigma_w2 E[phi' phi']_m
 * </pre>
 *
 * <p>with the factors u and v of the parametrization and expectations over pre-activations (u, v)
 * of layer l, normal with covariance {@code sigma_w2 E[phi phi]_{l-1} + sigma_b2}.
 *
 * <p>One pass yields every depth up to L: {@code Theta} of the network cut off at layer l is {@code
 * sigma_w2 E[phi' phi']_{l-1}} times that of layer l - 1, plus {@code u_l X_{l-1} + v_l}.
 */
public final class InfiniteWidthKernel {
  private final List<InfiniteWidthEntry> layers;

  private InfiniteWidthKernel(List<InfiniteWidthEntry> layers) {
    this.layers = layers;
  }

  /** The kernel of two inputs at a cosine, 1 for the diagonal. */
  public static InfiniteWidthKernel atCosine(Network network, double cosine) {
    return of(network, Inputs.of(network, cosine), 0, 1);
  }

  /** The kernel of inputs {@code i} and {@code j}. */
  public static InfiniteWidthKernel of(Network network, Inputs inputs, int i, int j) {
    GaussianExpectations phi = GaussianExpectations.of(network.activation());
    List<InfiniteWidthEntry> layers = new ArrayList<>(network.depth());
    Covariance x = Covariance.ofInputs(inputs, i, j, network.widths().inputDim());
    ScaledNumber weight = ScaledNumber.ZERO;
    ScaledNumber bias = ScaledNumber.ZERO;
    Neuron neuron = new Neuron(x, 1, x);
    for (int l = 1; l <= network.depth(); l++) {
      weight = weight.plus(entering(network, l, x));
      bias = bias.plus(ScaledNumber.of(network.biasFactor()));
      Covariance h = x.throughLayer(network.sigmaW2(), network.sigmaB2());
      layers.add(new InfiniteWidthEntry(h, weight, bias));
      // Deep layers hardly differ, and in the end not at all.
      if (l == 1 || !h.equals(neuron.h)) {
        neuron = new Neuron(h, network.sigmaW2() * phi.slopes(h), phi.activations(h));
      }
      weight = weight.times(neuron.gain);
      bias = bias.times(neuron.gain);
      x = neuron.x;
    }
    return new InfiniteWidthKernel(layers);
  }

  /** Two inputs at a layer of neurons: what enters, its gain on the way back, and what leaves. */
  private record Neuron(Covariance h, double gain, Covariance x) {}

  /** {@code u_l X_{l-1}}. */
  private static ScaledNumber entering(Network network, int l, Covariance x) {
    double fanIn = network.widths().at(l - 1);
    return ScaledNumber.of(network.weightFactor(l) * fanIn * x.q12(), x.exponent());
  }

  /** The depth L of the network. */
  public int depth() {
    return layers.size();
  }

  /** The kernels of the network. */
  public InfiniteWidthEntry atFullDepth() {
    return atDepth(depth());
  }

  /**
   * The kernels of the network of widths {@code n_0, ..., n_{depth-1}, 1}, its last layers cut off.
   *
   * @param depth from 1 to {@link #depth()}
   */
  public InfiniteWidthEntry atDepth(int depth) {
    return layers.get(depth - 1);
  }
}
