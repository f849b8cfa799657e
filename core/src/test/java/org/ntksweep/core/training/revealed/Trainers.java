package org.ntksweep.core.training.revealed;

import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;

/** Trainers without weights, with the theory of their point. */
final class Trainers {
  private Trainers() {}

  static ConditionedTrainer conditioned(Network law, TrainingData data, Training training) {
    Examples train = data.train();
    double[][] x = new double[train.count()][train.dimension()];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] = train.input(i, j);
      }
    }
    KernelTheory theory = KernelTheory.of(law, x, training.loss().weight(x.length));
    return new ConditionedTrainer(law, data, training, theory);
  }
}
