package org.ntksweep.jobs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingId;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.training.LearningRate;
import org.ntksweep.jobs.config.training.TrainingPart;
import org.ntksweep.jobs.data.SweepData;
import org.ntksweep.jobs.tables.point.PointTraining;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * The points of a sweep whose networks are trained: every law at every learning rate, at every
 * scale of the model, which varies fastest.
 */
final class TrainedPoints {
  private final Sweep sweep;
  private final TrainingPart part;
  private final StableRates stable;
  private final List<SweepPoint> points = new ArrayList<>();

  private TrainedPoints(Sweep sweep, TrainingPart part, StableRates stable) {
    this.sweep = sweep;
    this.part = part;
    this.stable = stable;
  }

  /**
   * The points in order.
   *
   * @throws IllegalArgumentException if no trainer can train one
   */
  static List<SweepPoint> of(Sweep sweep, TrainingPart part, StableRates stable) {
    TrainedPoints points = new TrainedPoints(sweep, part, stable);
    for (int law = 0; law < sweep.points().size(); law++) {
      points.add(law, sweep.points().get(law));
    }
    return points.points;
  }

  private void add(int place, Network law) {
    SweepData source = part.data();
    TrainingData data = source.at(law);
    String digest = source.digest(law);
    for (LearningRate rate : part.learningRates()) {
      double eta = rate.at(() -> stable.of(place));
      for (double alpha : part.alphas()) {
        Training training = part.at(eta, alpha);
        TrainerKind trainer = sweep.sampling().trainer(law, data, training);
        points.add(
            new SweepPoint(
                points.size(),
                TrainingId.of(law, digest, training),
                law,
                SamplerKind.valueOf(trainer.name()),
                VarianceReduction.NONE,
                trainer.nanosPerSample(law, data, training, sweep.dense()),
                Optional.of(
                    new PointTraining(training, rate, trainer, source.examples(), digest))));
      }
    }
  }
}
