package org.ntksweep.jobs.plan;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** A task on its way to an executor, which has the points: which samples of which. */
public final class TaskForm implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] positions;
  private final long[] from;
  private final long[] to;

  /** The form of a task. */
  public TaskForm(Task task) {
    List<Segment> segments = task.segments();
    positions = segments.stream().mapToInt(segment -> segment.point().position()).toArray();
    from = segments.stream().mapToLong(Segment::from).toArray();
    to = segments.stream().mapToLong(Segment::to).toArray();
  }

  /** The task, of these points. */
  public Task task(Points points) {
    return new Task(
        IntStream.range(0, positions.length)
            .mapToObj(i -> new Segment(points.at(positions[i]), from[i], to[i]))
            .toList());
  }
}
