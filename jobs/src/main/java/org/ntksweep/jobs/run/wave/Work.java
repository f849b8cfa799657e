package org.ntksweep.jobs.run.wave;

import java.io.IOException;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.run.schedule.Pace;
import org.ntksweep.jobs.run.schedule.Wave;

/** What is done to the networks of a sweep: they are drawn and estimated, or trained. */
public interface Work {

  /** How it is dealt out. */
  Pace pace();

  /**
   * Makes and commits the tables of a wave; nothing of them counts before.
   *
   * @param plan its samples, as tasks
   */
  void run(Wave wave, SweepPlan plan) throws IOException;

  /** Makes and commits what stands on all waves, once there are no more of them. */
  void finish() throws IOException;
}
