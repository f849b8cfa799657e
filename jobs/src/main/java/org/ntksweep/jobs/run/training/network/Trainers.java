package org.ntksweep.jobs.run.training.network;

import java.io.Serializable;
import java.time.Duration;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** What makes trainers, wherever it is sent. */
public interface Trainers extends Serializable {

  /**
   * What trains the networks of a point; whoever asks closes it.
   *
   * @param points those of the sweep
   */
  Trainer trainer(Points points, SweepPoint point);

  /** How long a network is trained between two of its checkpoints: what is lost at most. */
  default Duration pause() {
    return Duration.ofSeconds(60);
  }
}
