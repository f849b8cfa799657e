package org.ntksweep.core.theory.infinite;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
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
 * <p>One pass yields every depth up to L.
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
    Covariance x = Covariance.ofInputs(inputs, i, j, network.widths().inputDim());
    PairRecursion recursion = new PairRecursion(network, phi, x);
    List<InfiniteWidthEntry> layers = new ArrayList<>(network.depth());
    for (int l = 1; l <= network.depth(); l++) {
      layers.add(recursion.next());
    }
    return new InfiniteWidthKernel(layers);
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
