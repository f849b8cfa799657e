package org.ntksweep.jobs.run.watch;

/** Where it is kept what a run takes. */
public interface RunAccount {
  /** Adds to the core time something has taken, over all attempts at this run. */
  void spent(String what, double coreSeconds);

  /** Replaces how many samples a second this attempt draws. */
  void samplesPerSecond(double rate);
}
