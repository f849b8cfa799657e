package org.ntksweep.core.sampling.revealed;

import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.observe.KernelReading;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.revealed.HeapSignals;
import org.ntksweep.core.pass.revealed.RevealedNetwork;
import org.ntksweep.core.pass.revealed.Workspace;
import org.ntksweep.core.sampling.KernelSampler;

/**
 * The kernel of a network at any k inputs, without its weights: every layer is looked at once
 * forward and once backward for each input, which costs 2k normal numbers a neuron instead of M.
 *
 * <p>Layer l acts as {@code h^l = Z^l (s x^{l-1}, sigma_b)} with Z standard normal and {@code s^2 =
 * sigma_w2 / n_{l-1}}: a bias is one more column. Inputs pass one after the other, each forward and
 * then back, so the numbers of the first ones do not depend on which others follow.
 */
public final class ConditionedSampler implements KernelSampler {
  private final Inputs inputs;
  private final RevealedNetwork network;
  private final KernelReading reading;

  /** A sampler whose arrays are those of the workspace. */
  public ConditionedSampler(Network law, Inputs inputs, Workspace workspace) {
    this.inputs = inputs;
    network = new RevealedNetwork(law, inputs.dimension(), inputs.count(), workspace);
    reading = new KernelReading(law);
  }

  @Override
  public void sample(long seed, long sample, KernelMatrix kernel) {
    network.begin(seed, sample);
    reading.into(kernel);
    Pass<HeapSignals> pass = network.pass();
    for (int i = 0; i < inputs.count(); i++) {
      write(i, pass.inputs());
      pass.forward(i, i + 1);
      pass.backward(i, i + 1, reading);
    }
  }

  private void write(int i, HeapSignals signals) {
    double[] x = signals.vector(i);
    for (int m = 0; m < inputs.dimension(); m++) {
      x[m] = inputs.at(i, m);
    }
    signals.accept(i, 0);
    signals.multiply(i, i + 1);
  }
}
