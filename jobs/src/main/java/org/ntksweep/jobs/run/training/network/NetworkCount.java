package org.ntksweep.jobs.run.training.network;

import java.util.List;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** Tells the meter how far a network is. */
final class NetworkCount implements NetworkTraining.Watcher {
  private final TrainingMeter meter;
  private final Trainer trainer;
  private final Method method;
  private final double nanos;
  private long steps;
  private long worked;

  NetworkCount(SweepPoint point, TaskSteps.How how, Trainer trainer) {
    this.trainer = trainer;
    meter = how.meter();
    method = point.training().orElseThrow().training().method();
    nanos = point.nanosPerSample();
  }

  @Override
  public void begins(List<TrainingRecord> records) {
    steps = trainer.stepsMade();
  }

  @Override
  public void at(List<TrainingRecord> records) {
    meter.steps().add(trainer.stepsMade() - steps);
    steps = trainer.stepsMade();
    work(Looks.share(method, trainer, records));
  }

  /** It was trained to its end, here or before. */
  void arrived() {
    work(1);
    meter.networks().add(1L);
  }

  /** What is predicted of a share of the way is done, all in all. */
  private void work(double share) {
    long now = Math.max(worked, Math.round(share * nanos));
    meter.work().add(now - worked);
    worked = now;
  }
}
