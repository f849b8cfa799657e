package org.ntksweep.jobs.run.estimates;

/** How many tasks points are estimated in. */
final class Grouping {
  /** Bootstraps are the work, and points differ in it: many small tasks. */
  private static final int TASKS_PER_CORE = 16;

  /** What a task should hold at most, samples of one point aside. */
  private static final long TASK_BYTES = 64L << 20;

  private static final int BYTES_PER_SAMPLE = 2 * Double.BYTES;
  private static final int MOST = 100_000;

  private Grouping() {}

  /**
   * The number of tasks.
   *
   * @param rows how many rows of samples each point has, at most
   * @param cores how many tasks run at a time
   */
  static int partitions(long points, long rows, int cores) {
    double forMemory = (double) points * BYTES_PER_SAMPLE * rows / TASK_BYTES + 1;
    double forCores = (double) TASKS_PER_CORE * cores;
    return (int) Math.min(Math.min((double) points, MOST), Math.max(forMemory, forCores));
  }
}
