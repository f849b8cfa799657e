package org.ntksweep.core.training.explicit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.matrix.StoredNumbers;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.course.Course;

/** Trains networks with explicit weights step by step. */
final class StepTrainer implements Trainer {
  private final Resources resources;
  private final LearningNetwork network;
  private final Observer observer;
  private final Descent descent;
  private final Optional<Batches> batches;
  private final Course course;
  private long seed;
  private long sample;

  /** Whether the loss at this step is known to the course. */
  private boolean reached;

  private boolean finished = true;

  StepTrainer(ExplicitParts parts, Descent descent, Optional<Batches> batches, Course course) {
    resources = parts.resources();
    network = parts.network();
    observer = parts.observer();
    this.descent = descent;
    this.batches = batches;
    this.course = course;
  }

  @Override
  public void begin(long newSeed, long newSample) {
    seed = newSeed;
    sample = newSample;
    network.begin(seed, sample);
    batches.ifPresent(b -> b.begin(seed, sample));
    course.begin();
    observer.begin();
    descent.begin();
    reached = false;
    finished = false;
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public long stepsMade() {
    return course.step();
  }

  @Override
  public Optional<TrainingRecord> advance(long most) {
    for (long made = 0; !finished; made++) {
      if (!reached) {
        arrive();
        if (course.isRecorded()) {
          return Optional.of(record());
        }
      }
      if (made == most) {
        break;
      }
      descent.step(course.step());
      course.advance();
      reached = false;
    }
    return Optional.empty();
  }

  private void arrive() {
    descent.loss(course).ifPresent(course::reached);
    reached = true;
  }

  private TrainingRecord record() {
    TrainingRecord record = look();
    course.stopped().ifPresent(record::setStopped);
    finished = course.isLast();
    return record;
  }

  private TrainingRecord look() {
    TrainingRecord record = new TrainingRecord(course.step(), course.time());
    descent.answerAll();
    observer.look(record, course.step() == 0);
    double loss = record.get(Quantity.LOSS);
    record.set(Quantity.LOWEST_LOSS, loss < course.lowestLoss() ? loss : course.lowestLoss());
    record.set(Quantity.GRADIENTS, (double) stepsMade());
    if (!observer.leavesExamples()) {
      descent.disturb();
    }
    return record;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(seed);
    out.writeLong(sample);
    out.writeBoolean(reached);
    out.writeBoolean(finished);
    course.write(out);
    StoredNumbers.write(out, network.parameters().vector());
    for (NativeMatrix memory : descent.memory()) {
      StoredNumbers.write(out, memory);
    }
  }

  /** {@inheritDoc} What was seen at initialization is seen again. */
  @Override
  public void restore(DataInput in) throws IOException {
    begin(in.readLong(), in.readLong());
    arrive();
    look();
    reached = in.readBoolean();
    finished = in.readBoolean();
    course.read(in);
    descent.begin();
    StoredNumbers.read(in, network.parameters().vector());
    for (NativeMatrix memory : descent.memory()) {
      StoredNumbers.read(in, memory);
    }
  }

  @Override
  public void close() {
    resources.close();
  }
}
