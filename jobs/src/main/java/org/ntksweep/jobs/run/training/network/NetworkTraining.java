package org.ntksweep.jobs.run.training.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.spark.TaskKilledException;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;

/**
 * Trains networks, one after another, each from its initialization or its last checkpoint to its
 * end. What is seen of them does not depend on where they were interrupted.
 *
 * @param trainer trains them
 * @param keepsKernels whether records keep theirs, which may be large
 * @param pauseNanos how long a network is trained between two of its checkpoints
 * @param clock nanoseconds from anywhere on
 * @param isKilled whether nobody waits for them any more
 */
record NetworkTraining(
    Trainer trainer,
    boolean keepsKernels,
    long pauseNanos,
    LongSupplier clock,
    BooleanSupplier isKilled) {
  /** A network is trained at least so many times as long as it takes to keep it. */
  private static final int TIMES_OF_WRITING = 20;

  /** A network that took longer than a pause over this is kept when it has arrived. */
  private static final int PAUSE_OVER = 60;

  /** Looks on while a network is trained. */
  interface Watcher {
    /** It goes on from where the trainer is. */
    void begins(List<TrainingRecord> records);

    /** It is where the trainer is. */
    void at(List<TrainingRecord> records);
  }

  /**
   * All that is seen of a network.
   *
   * @param checkpoint where it is kept
   * @throws TaskKilledException if nobody waits for it any more
   */
  List<TrainingRecord> of(long seed, long sample, Checkpoint checkpoint, Watcher watcher) {
    Optional<Checkpoint.Kept> kept = checkpoint.restore(trainer);
    if (kept.isPresent() && kept.get().isFinished()) {
      return kept.get().records();
    }
    List<TrainingRecord> records = kept.map(Checkpoint.Kept::records).orElseGet(ArrayList::new);
    if (kept.isEmpty()) {
      trainer.begin(seed, sample);
    }
    watcher.begins(records);
    long start = clock.getAsLong();
    train(records, checkpoint, watcher);
    if (clock.getAsLong() - start > pauseNanos / PAUSE_OVER) {
      save(checkpoint, records);
    }
    return records;
  }

  private void train(List<TrainingRecord> records, Checkpoint checkpoint, Watcher watcher) {
    Stride stride = new Stride(clock);
    long next = clock.getAsLong() + pauseNanos;
    while (!trainer.isFinished()) {
      trainer.advance(stride.next()).map(this::kept).ifPresent(records::add);
      long now = stride.made();
      watcher.at(records);
      if (isKilled.getAsBoolean()) {
        save(checkpoint, records);
        throw new TaskKilledException();
      }
      if (now >= next && !trainer.isFinished()) {
        save(checkpoint, records);
        long saved = clock.getAsLong();
        next = saved + Math.max(pauseNanos, TIMES_OF_WRITING * (saved - now));
      }
    }
  }

  private TrainingRecord kept(TrainingRecord record) {
    if (!keepsKernels) {
      record.dropEntries();
    }
    return record;
  }

  /** One that cannot be written costs time at most; what is wrong there the commit will say. */
  private void save(Checkpoint checkpoint, List<TrainingRecord> records) {
    try {
      checkpoint.save(trainer, records);
    } catch (IOException e) {
      // The one before is still there.
    }
  }
}
