package org.ntksweep.jobs.run.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.run.training.network.FakeTrainer;
import org.ntksweep.jobs.run.training.network.Trainers;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** Fake trainers, which may break. */
record FakeTrainers(boolean breaks) implements Trainers {
  private static final long serialVersionUID = 1;

  /** How many networks may begin, or go on, before they break. */
  static final AtomicLong LEFT = new AtomicLong();

  /** How many steps were made by all. */
  static final AtomicLong STEPS = new AtomicLong();

  @Override
  public Trainer trainer(Points points, SweepPoint point) {
    return new Breaking(new FakeTrainer(), point.id().bits(), breaks);
  }

  @Override
  public Duration pause() {
    return Duration.ZERO;
  }

  /** A trainer whose networks differ from point to point. */
  private record Breaking(FakeTrainer trainer, long point, boolean breaks) implements Trainer {
    @Override
    public void begin(long seed, long sample) {
      trainer.begin(seed + point, sample);
    }

    @Override
    public boolean isFinished() {
      return trainer.isFinished();
    }

    @Override
    public Optional<TrainingRecord> advance(long most) {
      if (breaks && trainer.stepsMade() > 100 && LEFT.decrementAndGet() < 0) {
        throw new IllegalStateException("broken");
      }
      long before = trainer.stepsMade();
      Optional<TrainingRecord> record = trainer.advance(most);
      STEPS.addAndGet(trainer.stepsMade() - before);
      return record;
    }

    @Override
    public long stepsMade() {
      return trainer.stepsMade();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      trainer.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      trainer.restore(in);
    }

    @Override
    public void close() {
      trainer.close();
    }
  }
}
