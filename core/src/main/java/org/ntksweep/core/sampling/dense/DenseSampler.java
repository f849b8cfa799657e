package org.ntksweep.core.sampling.dense;

import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.observe.KernelReading;
import org.ntksweep.core.pass.explicit.ExplicitNetwork;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.KernelSampler;

/**
 * The kernel of a network whose every weight is drawn: all inputs go up through the layers together
 * and their errors down again, each step one matrix product of ND4J.
 */
public final class DenseSampler implements KernelSampler {
  private final int inputs;
  private final Resources resources;
  private final ExplicitNetwork network;
  private final KernelReading reading;

  /**
   * A sampler within the memory the options allow.
   *
   * @throws IllegalArgumentException if that is less than {@link DenseOptions#leastMemory}
   */
  public DenseSampler(Network law, Inputs inputs, DenseOptions options) {
    this(law, inputs, options, new Resources());
  }

  /** The same with all memory outside the Java heap in the care of {@code resources}. */
  DenseSampler(Network law, Inputs inputs, DenseOptions options, Resources resources) {
    this.inputs = inputs.count();
    this.resources = resources;
    reading = new KernelReading(law);
    int lowestKept = MemoryPlan.of(law, inputs, options).lowestKept();
    try {
      network = new ExplicitNetwork(law, inputs, options.precision(), lowestKept, resources);
    } catch (RuntimeException | Error e) {
      resources.closeAfter(e);
      throw e;
    }
  }

  @Override
  public void sample(long seed, long sample, KernelMatrix kernel) {
    network.begin(seed, sample);
    network.pass().forward(0, inputs);
    network.pass().backward(0, inputs, reading.into(kernel));
  }

  @Override
  public void close() {
    resources.close();
  }
}
