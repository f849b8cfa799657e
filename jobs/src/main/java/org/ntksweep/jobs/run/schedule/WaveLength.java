package org.ntksweep.jobs.run.schedule;

import org.ntksweep.jobs.config.Sweep;

/**
 * How much work a wave is when nobody says: little enough that losing one is no loss, enough that
 * cores waiting for its last task do not show.
 */
final class WaveLength {
  private static final double SHORTEST = 60e9;
  private static final double LONGEST = 600e9;
  private static final int WAVES = 64;

  /** However short waves are asked for: each is a commit. */
  private static final int MOST_WAVES = 10_000;

  private WaveLength() {}

  /**
   * The predicted time of a wave on one core.
   *
   * @param nanos the work of all waves
   * @param parallelism how many tasks run at a time
   */
  static double nanos(Sweep sweep, double nanos, int parallelism) {
    double wall =
        sweep
            .execution()
            .waveSeconds()
            .map(seconds -> seconds * 1e9)
            .orElse(Math.max(SHORTEST, Math.min(nanos / parallelism / WAVES, LONGEST)));
    return Math.max(wall * parallelism, nanos / MOST_WAVES);
  }
}
