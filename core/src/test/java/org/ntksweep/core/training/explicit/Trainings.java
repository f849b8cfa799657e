package org.ntksweep.core.training.explicit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;

/** Trainers of explicit weights, and what they record. */
final class Trainings {
  private Trainings() {}

  static double[][] rows(Examples examples) {
    return IntStream.range(0, examples.count())
        .mapToObj(
            i ->
                IntStream.range(0, examples.dimension())
                    .mapToDouble(j -> examples.input(i, j))
                    .toArray())
        .toArray(double[][]::new);
  }

  static Trainer trainer(Network law, TrainingData data, Training training, DenseOptions options) {
    double weight = training.loss().weight(data.train().count());
    KernelTheory theory = KernelTheory.of(law, rows(data.train()), weight);
    return TrainerKind.DENSE.of(law, data, training, options, theory);
  }

  static List<TrainingRecord> records(
      Network law, TrainingData data, Training training, long seed, long sample) {
    try (Trainer trainer = trainer(law, data, training, DenseOptions.DEFAULT)) {
      return records(trainer, seed, sample);
    }
  }

  static List<TrainingRecord> records(Trainer trainer, long seed, long sample) {
    trainer.begin(seed, sample);
    return rest(trainer);
  }

  /** What is recorded from here on. */
  static List<TrainingRecord> rest(Trainer trainer) {
    List<TrainingRecord> records = new ArrayList<>();
    while (!trainer.isFinished()) {
      trainer.advance(7).ifPresent(records::add);
    }
    return records;
  }
}
