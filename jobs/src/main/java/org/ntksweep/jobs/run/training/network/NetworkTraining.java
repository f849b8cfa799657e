package org.ntksweep.jobs.run.training.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.TaskKilledException;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;

/**
 * Trains networks, one after another, each from its initialization or its last checkpoint to its
 * end. What is seen of them does not depend on where they were interrupted.
 *
 * @param trainer trains them
 * @param pauseNanos how long a network is trained between two of its checkpoints
 * @param isKilled whether nobody waits for them any more
 */
record NetworkTraining(Trainer trainer, long pauseNanos, BooleanSupplier isKilled) {
  /** Of its time between two checkpoints, a network spends at most this share on them. */
  private static final int SHARE_OF_WRITING = 20;

  /** A network that took this share of a pause is kept when it has arrived. */
  private static final int KEPT_SHARE = 60;

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
    long start = System.nanoTime();
    train(records, checkpoint, watcher);
    if (System.nanoTime() - start > pauseNanos / KEPT_SHARE) {
      save(checkpoint, records);
    }
    return records;
  }

  private void train(List<TrainingRecord> records, Checkpoint checkpoint, Watcher watcher) {
    Stride stride = new Stride();
    long next = System.nanoTime() + pauseNanos;
    while (!trainer.isFinished()) {
      trainer.advance(stride.next()).ifPresent(records::add);
      long now = stride.made();
      watcher.at(records);
      if (isKilled.getAsBoolean()) {
        throw new TaskKilledException();
      }
      if (now >= next && !trainer.isFinished()) {
        save(checkpoint, records);
        long saved = System.nanoTime();
        next = saved + Math.max(pauseNanos, SHARE_OF_WRITING * (saved - now));
      }
    }
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
