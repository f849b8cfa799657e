package org.ntksweep.jobs.plan;

import java.util.List;
import org.ntksweep.jobs.config.Sweep;

/**
 * A sweep as tasks of equal predicted cost. Points and samples keep their order: tasks, their
 * segments and the samples of these, read one after another, are the sweep.
 *
 * @param points those of the sweep
 * @param parallelism how many tasks run at a time
 * @param tasks what to do
 */
public record SweepPlan(Points points, int parallelism, List<Task> tasks) {

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
    Points points = Points.of(sweep);
    return of(points, Segment.all(points), parallelism);
  }

  /**
   * Plans a part of a sweep; the same arguments give the same plan.
   *
   * @param points those of the sweep
   * @param segments which samples of them, at least one segment
   * @param parallelism how many tasks run at a time, at least 1
   */
  public static SweepPlan of(Points points, List<Segment> segments, int parallelism) {
    double nanos = segments.stream().mapToDouble(Segment::nanos).sum();
    int count =
        points
            .sweep()
            .execution()
            .taskSeconds()
            .map(seconds -> TaskCount.ofLength(nanos, seconds * 1e9))
            .orElseGet(() -> TaskCount.balanced(nanos, parallelism));
    return new SweepPlan(
        points, parallelism, TaskCutter.cut(segments, count, points.sweep()::floorCut));
  }

  /** A plan of other samples of the sweep. */
  public SweepPlan with(List<Segment> segments) {
    return of(points, segments, parallelism);
  }

  /** The predicted time of all tasks on one core, in nanoseconds. */
  public double nanos() {
    return tasks.stream().mapToDouble(Task::nanos).sum();
  }

  /** The sweep whose samples these are. */
  public Sweep sweep() {
    return points.sweep();
  }

  /** How many points they are of. */
  public long drawnPoints() {
    return tasks.stream()
        .flatMap(task -> task.segments().stream())
        .mapToInt(segment -> segment.point().position())
        .distinct()
        .count();
  }

  /** How many samples there are. */
  public long samples() {
    return tasks.stream().mapToLong(Task::samples).sum();
  }
}
