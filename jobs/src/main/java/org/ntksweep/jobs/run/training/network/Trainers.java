package org.ntksweep.jobs.run.training.network;

import java.io.Serializable;
import java.time.Duration;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.jobs.tables.SweepPoint;

/** What trains the networks of points, wherever it is sent. */
public interface Trainers extends Serializable {

  /** What trains the networks of a point; whoever asks closes it. */
  Trainer of(SweepPoint point);

  /** How networks of a point move, and where they are looked at. */
  Method method(SweepPoint point);

  /** The labels of the examples whose kernel is looked at. */
  double[] kernelLabels(SweepPoint point);

  /** How long a network is trained between two of its checkpoints: what is lost at most. */
  default Duration pause() {
    return Duration.ofSeconds(60);
  }

  /** What decides the bits of a network beside its point and number, for checkpoints. */
  String how(SweepPoint point);
}
