package org.ntksweep.jobs.plan;

import java.util.List;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.SamplerKind;
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
   * Plans a sweep; the same arguments give the same plan.
   *
   * @param sweep what to draw
   * @param parallelism how many tasks run at a time, at least 1
   * @throws IllegalArgumentException if no sampler can draw a point
   */
  public static SweepPlan of(Sweep sweep, int parallelism) {
    Inputs inputs = sweep.inputs();
    List<Segment> segments =
        sweep.points().stream().map(point -> segment(point, sweep, inputs)).toList();
    double nanos = segments.stream().mapToDouble(Segment::nanos).sum();
    int count =
        sweep
            .taskSeconds()
            .map(seconds -> TaskCount.ofLength(nanos, seconds * 1e9))
            .orElseGet(() -> TaskCount.balanced(nanos, parallelism));
    return new SweepPlan(TaskCutter.cut(segments, count));
  }

  /** The predicted time of all tasks on one core, in nanoseconds. */
  public double nanos() {
    return tasks.stream().mapToDouble(Task::nanos).sum();
  }

  private static Segment segment(Network point, Sweep sweep, Inputs inputs) {
    SamplerKind sampler = sweep.samplerOf(point);
    return new Segment(point, sampler, 0, sweep.samples(), sampler.nanosPerSample(point, inputs));
  }
}
