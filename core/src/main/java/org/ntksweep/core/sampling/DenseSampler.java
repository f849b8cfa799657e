package org.ntksweep.core.sampling;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * The kernel of a network whose every weight is drawn: all inputs go up through the layers together
 * and their errors down again, each step one matrix product of ND4J.
 *
 * <p>The random numbers of a layer are a stream of their own, so a layer that the {@link
 * MemoryPlan} does not keep is drawn again on the way down. Samples do not depend on the plan; how
 * far their bits depend on the machine says {@link org.ntksweep.core.matrix.Product}.
 */
final class DenseSampler implements KernelSampler {
  private final long point;
  private final Nonlinearity nonlinearity;
  private final RandomStream stream;
  private final MemoryPlan plan;

  /** The layers from 1 to L, at l - 1. */
  private final DenseLayer[] layers;

  private final InnerProducts errors;
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();

  DenseSampler(Network network, Inputs inputs, DenseOptions options) {
    point = network.id().bits();
    Kernels kernels = Kernels.best();
    nonlinearity = new Nonlinearity(kernels, network.activation());
    stream = new RandomStream(kernels);
    plan = MemoryPlan.of(network, inputs, options);
    errors = new InnerProducts(inputs.count());
    layers = layers(network, inputs, options.precision(), kernels);
  }

  private DenseLayer[] layers(
      Network network, Inputs inputs, Precision precision, Kernels kernels) {
    int k = inputs.count();
    int width = Math.max(network.widths().maxLayerWidth(), inputs.dimension());
    DenseSignals.Shared shared = own(new DenseSignals.Shared(k, width, precision, kernels));
    NativeMatrix place = own(NativeMatrix.zeros(1, plan.sharedEntries(), precision));
    DenseSignals below = own(new DenseSignals(inputs.dimension(), k, precision, shared));
    write(inputs, below, shared);
    DenseLayer[] built = new DenseLayer[network.depth()];
    for (int l = 1; l <= built.length; l++) {
      int rows = network.widths().at(l);
      DenseSignals above = own(new DenseSignals(rows, k, precision, shared));
      NativeMatrix weights =
          plan.keeps(l) ? own(NativeMatrix.zeros(rows, below.matrix.rows(), precision)) : place;
      built[l - 1] = own(new DenseLayer(network, inputs, l, below, above, shared, weights));
      below = above;
    }
    writeOnes(below, shared);
    return built;
  }

  private <T extends AutoCloseable> T own(T resource) {
    owned.push(resource);
    return resource;
  }

  /** Nothing comes back to the inputs, so they are written once. */
  private static void write(Inputs inputs, DenseSignals signals, DenseSignals.Shared shared) {
    Entries entries = signals.matrix.entries();
    for (int i = 0; i < inputs.count(); i++) {
      for (int m = 0; m < inputs.dimension(); m++) {
        shared.value[m] = inputs.at(i, m);
      }
      signals.put(i, shared.value, 0, entries, signals.activations);
    }
    signals.multiply(signals.activations);
  }

  /** The error of the output is 1 for every input, and the output itself is not needed. */
  private void writeOnes(DenseSignals output, DenseSignals.Shared shared) {
    Entries entries = output.matrix.entries();
    shared.value[0] = 1;
    for (int i = 0; i < output.slope.length; i++) {
      entries.put(i, shared.value, 1);
    }
    output.matrix.changed();
  }

  @Override
  public void sample(long seed, long sample, KernelMatrix kernel) {
    kernel.clear();
    int top = layers.length;
    for (int l = 1; l < top; l++) {
      draw(seed, sample, l);
      layers[l - 1].forward(nonlinearity);
    }
    errors.setAllToOne();
    layers[top - 1].contribute(errors, kernel);
    for (int l = top; l > 1; l--) {
      if (l == top || !plan.keeps(l)) {
        draw(seed, sample, l);
      }
      layers[l - 1].backward(errors);
      layers[l - 2].contribute(errors, kernel);
    }
  }

  private void draw(long seed, long sample, int l) {
    stream.reset(seed, point, sample, l);
    layers[l - 1].draw(stream);
  }

  @Override
  public void close() {
    while (!owned.isEmpty()) {
      try {
        owned.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("the memory of a dense sampler cannot be freed", e);
      }
    }
  }
}
