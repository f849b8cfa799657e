package org.ntksweep.jobs.plan;

import java.util.List;
import org.ntksweep.jobs.config.Sweep;

/**
 * A sweep as tasks of equal predicted cost. Points and samples keep their order: tasks, their
 * segments and the samples of these, read one after another, are the sweep.
 *
 * @param tasks what to do
 */
public record SweepPlan(List<Task> tasks) {

  /** Keeps a copy of the list. */
  public SweepPlan {
    tasks = List.copyOf(tasks);
  }

  /**
   * Plans a whole sweep; the same arguments give the same plan.
   *
   * @param sweep what to draw
   * @param parallelism how many tasks run at a time, at least 1
   * @throws IllegalArgumentException if no sampler can draw a point
   */
  public static SweepPlan of(Sweep sweep, int parallelism) {
    return of(sweep, Stretch.all(sweep), parallelism);
  }

  /**
   * Plans a part of a sweep; the same arguments give the same plan.
   *
   * @param sweep what to draw
   * @param stretches which samples of it, at least one stretch
   * @param parallelism how many tasks run at a time, at least 1
   * @throws IllegalArgumentException if no sampler can draw a point
   */
  public static SweepPlan of(Sweep sweep, List<Stretch> stretches, int parallelism) {
    List<Segment> segments = Segments.of(sweep, stretches);
    double nanos = segments.stream().mapToDouble(Segment::nanos).sum();
    int count =
        sweep
            .execution()
            .taskSeconds()
            .map(seconds -> TaskCount.ofLength(nanos, seconds * 1e9))
            .orElseGet(() -> TaskCount.balanced(nanos, parallelism));
    return new SweepPlan(TaskCutter.cut(segments, count, sweep.estimation()::floorCut));
  }

  /** The predicted time of all tasks on one core, in nanoseconds. */
  public double nanos() {
    return tasks.stream().mapToDouble(Task::nanos).sum();
  }

  /** How many samples there are. */
  public long samples() {
    return tasks.stream().mapToLong(Task::samples).sum();
  }
}
