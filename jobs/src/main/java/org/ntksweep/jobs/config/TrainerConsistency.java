package org.ntksweep.jobs.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.jobs.config.key.Bytes;
import org.ntksweep.jobs.config.text.PointText;
import org.ntksweep.jobs.config.training.TrainingPart;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;

/** Checks that every point of a sweep can be trained, and in the memory there is. */
final class TrainerConsistency {
  private final Mapping root;
  private final Sweep sweep;
  private final TrainingPart part;
  private final Training training;

  private TrainerConsistency(Mapping root, Sweep sweep, TrainingPart part) {
    this.root = root;
    this.sweep = sweep;
    this.part = part;
    training = part.at(1, 1); // neither rate nor scale decides
  }

  /**
   * Checks a sweep whose data were read.
   *
   * @throws ConfigException if the trainer that is asked for cannot train a point, none can, or not
   *     in the memory it may use
   */
  static void check(Mapping root, Sweep sweep, TrainingPart part) {
    TrainerConsistency consistency = new TrainerConsistency(root, sweep, part);
    List<Demand> demands = sweep.shapes().stream().map(consistency::demand).toList();
    demands.stream().max(Comparator.comparingLong(Demand::bytes)).ifPresent(consistency::check);
  }

  /** The memory that training a point takes. */
  private record Demand(Network law, TrainerKind trainer, long bytes) {}

  private Demand demand(Network law) {
    TrainingData data = part.data().at(law);
    TrainerKind trainer = trainer(law, data);
    return new Demand(law, trainer, trainer.bytes(law, data, training, sweep.dense()));
  }

  private TrainerKind trainer(Network law, TrainingData data) {
    Optional<TrainerKind> asked = sweep.sampling().trainer();
    asked
        .or(() -> Optional.of(TrainerKind.DENSE))
        .filter(kind -> asked.isPresent() || !isTrainedByAny(law, data))
        .flatMap(kind -> kind.objection(law, data, training))
        .ifPresent(
            reason -> {
              throw refused(law, data, reason);
            });
    return sweep.sampling().trainer(law, data, training);
  }

  private boolean isTrainedByAny(Network law, TrainingData data) {
    return applicable(law, data).findAny().isPresent();
  }

  private Stream<TrainerKind> applicable(Network law, TrainingData data) {
    return Arrays.stream(TrainerKind.values())
        .filter(kind -> kind.objection(law, data, training).isEmpty());
  }

  private ConfigException refused(Network law, TrainingData data, String reason) {
    List<String> others = applicable(law, data).map(TrainerKind::label).toList();
    return SweepKeys.SAMPLER
        .value(root)
        .error(
            (others.isEmpty() ? "none" : "must be auto or " + String.join(" or ", others))
                + " at "
                + PointText.of(law)
                + ": "
                + reason);
  }

  private void check(Demand largest) {
    if (largest.trainer() == TrainerKind.DENSE && largest.bytes() > sweep.dense().memory()) {
      throw SweepKeys.DENSE_MEMORY
          .value(root)
          .mustBe(
              "at least "
                  + Bytes.enoughFor(largest.bytes())
                  + " to train "
                  + PointText.of(largest.law()));
    }
  }
}
