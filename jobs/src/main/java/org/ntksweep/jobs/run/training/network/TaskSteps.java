package org.ntksweep.jobs.run.training.network;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.Segment;
import org.ntksweep.jobs.plan.Task;
import org.ntksweep.jobs.source.metrics.CoreTime;
import org.ntksweep.jobs.tables.point.SweepPoint;
import org.ntksweep.jobs.tables.training.TrainedStep;

/** What is seen of the networks of a task, each trained when its first row is asked for. */
public final class TaskSteps implements Iterator<TrainedStep>, AutoCloseable {
  private final How how;
  private final BooleanSupplier isKilled;
  private final Iterator<Segment> segments;
  private Segment segment;
  private long sample;
  private Trainer trainer;
  private Iterator<TrainingRecord> seen = Collections.emptyIterator();

  /**
   * How tasks train.
   *
   * @param points those of the sweep
   * @param trainers what trains their networks
   * @param checkpoints where networks on their way are kept
   * @param meter counts
   */
  public record How(
      Points points, Trainers trainers, Checkpoints checkpoints, TrainingMeter meter) {}

  /**
   * The rows of a task.
   *
   * @param isKilled whether nobody waits for it any more
   */
  public TaskSteps(Task task, How how, BooleanSupplier isKilled) {
    this.how = how;
    this.isKilled = isKilled;
    segments = task.segments().iterator();
    open(segments.next());
  }

  @Override
  public boolean hasNext() {
    while (!seen.hasNext() && advance()) {
      seen = records().iterator();
    }
    return seen.hasNext();
  }

  @Override
  public TrainedStep next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return new TrainedStep(segment.point(), sample, seen.next());
  }

  /** Moves to the next network, if there is one. */
  private boolean advance() {
    sample++;
    while (sample >= segment.to() && segments.hasNext()) {
      close();
      open(segments.next());
      sample++;
    }
    return sample < segment.to();
  }

  private void open(Segment next) {
    segment = next;
    sample = next.from() - 1;
    trainer = how.trainers().trainer(how.points(), next.point());
  }

  private List<TrainingRecord> records() {
    long start = CoreTime.nanos();
    SweepPoint point = segment.point();
    NetworkCount count = new NetworkCount(point, how, trainer);
    List<TrainingRecord> records =
        training()
            .of(
                how.points().sweep().seed(),
                sample,
                how.checkpoints().of(how.points().sweep(), point, sample),
                count);
    count.arrived();
    how.meter().nanos().add(CoreTime.nanos() - start);
    return records;
  }

  private NetworkTraining training() {
    return new NetworkTraining(
        trainer,
        how.points().sweep().output().kernels(),
        how.checkpoints().pause().toNanos(),
        System::nanoTime,
        isKilled);
  }

  /** May be called more than once. */
  @Override
  public void close() {
    if (trainer != null) {
      trainer.close();
      trainer = null;
    }
  }
}
