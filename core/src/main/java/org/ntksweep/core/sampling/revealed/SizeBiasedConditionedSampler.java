package org.ntksweep.core.sampling.revealed;

import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.observe.KernelReading;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.revealed.HeapSignals;
import org.ntksweep.core.pass.revealed.RevealedNetwork;
import org.ntksweep.core.pass.revealed.Workspace;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.sizebiased.SplitLaw;

/**
 * The networks of {@link ConditionedSampler}, drawn from a size-biased law and weighted. With
 * probability 1/3 a network is drawn from its own law P. Else one of the inputs is chosen, the
 * first with probability 1/2 if there are others, and what its looks draw is tilted, going up and
 * coming down, so that its kernel is large; the other inputs pass after it and find a network that
 * is what it is. As {@code Theta(x, y)^2 <= Theta(x, x) Theta(y, y)}, a network that counts for a
 * pair is one that counts for one of the two. The weight,
 *
 * <pre>
 * w = 3 / (1 + 2 sum over i of share_i dQ_i/dP)
 * </pre>
 *
 * <p>is at most 3; the density {@code dQ_i/dP} of the law tilted for input i is a function of what
 * that input sees, whichever was chosen.
 */
public final class SizeBiasedConditionedSampler implements KernelSampler {
  /** The part of a sample's stream that its size-biased network is drawn from. */
  private static final long PART = -1;

  private final Inputs inputs;
  private final RevealedNetwork network;
  private final InputTilt tilt;
  private final KernelReading reading;
  private final KernelMatrix passed;

  /** Which input passes at which place. */
  private final int[] order;

  private final double[] share;

  /** A sampler whose arrays are those of the workspace. */
  public SizeBiasedConditionedSampler(Network law, Inputs inputs, Workspace workspace) {
    this.inputs = inputs;
    int k = inputs.count();
    reading = new KernelReading(law);
    if (law.activation().isPositivelyHomogeneous()) {
      TwoSidedTilt twoSided = new TwoSidedTilt(law, reading);
      // One place more than inputs: what those leave behind is asked for again, layer by layer.
      network = new RevealedNetwork(law, inputs.dimension(), k + 1, workspace, twoSided);
      twoSided.of(network);
      tilt = twoSided;
    } else {
      TiltedLooks looks = new TiltedLooks(law, k, reading, workspace);
      network = new RevealedNetwork(law, inputs.dimension(), k, workspace, looks);
      looks.of(network);
      tilt = looks;
    }
    passed = new KernelMatrix(k);
    order = new int[k];
    share = new double[k];
    for (int i = 0; i < k; i++) {
      share[i] = k == 1 ? 1 : i == 0 ? 0.5 : 0.5 / (k - 1);
    }
  }

  /** About how much of the Java heap it takes, in bytes. */
  public static long heapBytes(Network law, Inputs inputs) {
    int k = inputs.count();
    if (law.activation().isPositivelyHomogeneous()) {
      return RevealedNetwork.heapBytes(law, inputs.dimension(), k + 1) + SplitLaw.heapBytes(law);
    }
    return RevealedNetwork.heapBytes(law, inputs.dimension(), k) + TiltedLooks.heapBytes(law, k);
  }

  @Override
  public void sample(long seed, long sample, KernelMatrix kernel) {
    network.begin(seed, sample, PART);
    boolean tilted = choose();
    reading.into(passed);
    Pass<HeapSignals> pass = network.pass();
    for (int p = 0; p < order.length; p++) {
      write(p, order[p], pass.inputs());
      if (tilted && p == 0) {
        tilt.pass();
      } else {
        pass.forward(p, p + 1);
        pass.backward(p, p + 1, reading);
      }
    }
    copyTo(kernel);
    kernel.setLogWeight(logWeight());
  }

  /** Chooses the law and which input passes first. */
  private boolean choose() {
    double uniform = 3 * network.stream().nextDouble();
    boolean tilted = tilt.isTilted() && uniform >= 1;
    double left = tilted ? (uniform - 1) / 2 : 0;
    int first = 0;
    while (first < order.length - 1 && left >= share[first]) {
      left -= share[first++];
    }
    order[0] = first;
    for (int p = 1; p < order.length; p++) {
      order[p] = p <= first ? p - 1 : p;
    }
    return tilted;
  }

  private void write(int place, int i, HeapSignals signals) {
    double[] x = signals.vector(place);
    for (int m = 0; m < inputs.dimension(); m++) {
      x[m] = inputs.at(i, m);
    }
    signals.accept(place, 0);
    signals.multiply(place, place + 1);
  }

  private void copyTo(KernelMatrix kernel) {
    kernel.clear();
    for (int p = 0; p < order.length; p++) {
      for (int q = 0; q <= p; q++) {
        kernel.weight(order[p], order[q]).add(passed.weight(p, q));
        kernel.bias(order[p], order[q]).add(passed.bias(p, q));
      }
    }
  }

  private double logWeight() {
    if (!tilt.isTilted()) {
      return 0;
    }
    double largest = 0;
    double sum = 1.0 / 3;
    for (int p = 0; p < order.length; p++) {
      double log = tilt.logDensity(p);
      double part = 2.0 / 3 * share[order[p]];
      if (log > largest) {
        sum = sum * Elementary.exp(largest - log) + part;
        largest = log;
      } else {
        sum += part * Elementary.exp(log - largest);
      }
    }
    return -(largest + Elementary.log(sum));
  }
}
