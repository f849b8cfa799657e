package org.ntksweep.jobs.plan;

/**
 * How many tasks a sweep is cut into when nobody says how long one should take: enough to keep
 * cores evenly busy, few enough that starting tasks costs nothing and output files are large.
 */
final class TaskCount {
  private static final double SHORTEST_NANOS = 0.2e9;
  private static final double LONGEST_NANOS = 4e9;
  private static final int TASKS_PER_CORE = 4;

  /** Beyond this many, tasks grow longer instead: the driver keeps track of each. */
  private static final double MOST = 10_000;

  private TaskCount() {}

  /** The number of tasks for work of {@code nanos} on {@code parallelism} cores. */
  static int balanced(double nanos, int parallelism) {
    double balanced = (double) TASKS_PER_CORE * parallelism;
    double wanted = Math.max(nanos / LONGEST_NANOS, Math.min(balanced, nanos / SHORTEST_NANOS));
    return wholeRounds(Math.min(wanted, Math.max(MOST, balanced)), parallelism);
  }

  /** The number of tasks of {@code taskNanos} each. */
  static int ofLength(double nanos, double taskNanos) {
    return (int) Math.max(1, Math.ceil(nanos / taskNanos));
  }

  /** Equal tasks end together only if every core gets as many. */
  private static int wholeRounds(double tasks, int parallelism) {
    int count = (int) Math.max(1, Math.ceil(tasks));
    return count <= parallelism ? count : (count + parallelism - 1) / parallelism * parallelism;
  }
}
