package org.ntksweep.core.training.objective;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.pass.explicit.Gradient;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.pass.explicit.Parameters;

/** Gradients of a loss, over all examples or some, as one vector. */
public final class FullGradient {
  private final LearningNetwork network;
  private final Objective objective;
  private final Parameters gradient;
  private final Chunks chunks;
  private final Resources resources;

  /** By how many examples pass, and whether what they give is added. */
  private final Map<Integer, Gradient> setting = new HashMap<>();

  private final Map<Integer, Gradient> adding = new HashMap<>();

  /** Gradients of an objective by the parameters of its network. */
  public FullGradient(LearningNetwork network, Objective objective, Resources resources) {
    this.network = network;
    this.objective = objective;
    this.resources = resources;
    chunks = objective.chunks();
    NativeMatrix vector = network.parameters().vector();
    gradient = new Parameters(network.shape(), vector.precision(), resources);
  }

  /** Where it is. */
  public Parameters parameters() {
    return gradient;
  }

  /** The same as one vector. */
  public NativeMatrix vector() {
    return gradient.vector();
  }

  /** Computes it over all examples, their loss too, which is returned. */
  public double compute() {
    for (int c = 0; c < chunks.count(); c++) {
      int from = chunks.from(c);
      int[] which = new int[chunks.from(c + 1) - from];
      Arrays.setAll(which, i -> from + i);
      add(which, 1, c > 0);
    }
    return objective.answers().loss();
  }

  /**
   * Computes it over some examples.
   *
   * @param factor what the loss is multiplied by
   */
  public void compute(int[] which, double factor) {
    int longest = chunks.longest();
    for (int from = 0; from < which.length; from += longest) {
      int to = Math.min(which.length, from + longest);
      add(Arrays.copyOfRange(which, from, to), factor, from > 0);
    }
  }

  private void add(int[] which, double factor, boolean added) {
    int count = which.length;
    Gradient visitor =
        (added ? adding : setting)
            .computeIfAbsent(
                count, n -> new Gradient(network.layers(n), gradient, added, resources));
    objective.enter(i -> which[i], count);
    objective.up(i -> which[i], count);
    objective.down(i -> which[i], count, factor, visitor);
  }
}
