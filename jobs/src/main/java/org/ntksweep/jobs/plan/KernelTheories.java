package org.ntksweep.jobs.plan;

import java.util.Arrays;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Loss;

/** What kernel theory says of laws on the examples they are trained on. */
public final class KernelTheories {
  private KernelTheories() {}

  /** That of a law; nothing of it is computed before it is asked for. */
  public static KernelTheory of(Network law, Examples train, Loss loss) {
    double[][] inputs = new double[train.count()][train.dimension()];
    for (int i = 0; i < inputs.length; i++) {
      int row = i;
      Arrays.setAll(inputs[i], j -> train.input(row, j));
    }
    return KernelTheory.of(law, inputs, loss.weight(train.count()));
  }
}
