package org.ntksweep.jobs.source;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.connector.read.InputPartition;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.Segment;
import org.ntksweep.jobs.plan.Task;

/** A task on its way to an executor, which has the points: which samples of which. */
final class TaskPartition implements InputPartition {
  private static final long serialVersionUID = 2;

  private final int[] positions;
  private final long[] from;
  private final long[] to;

  TaskPartition(Task task) {
    List<Segment> segments = task.segments();
    positions = segments.stream().mapToInt(segment -> segment.point().position()).toArray();
    from = segments.stream().mapToLong(Segment::from).toArray();
    to = segments.stream().mapToLong(Segment::to).toArray();
  }

  /** The task, of these points. */
  Task task(Points points) {
    return new Task(
        IntStream.range(0, positions.length)
            .mapToObj(i -> new Segment(points.at(positions[i]), from[i], to[i]))
            .toList());
  }
}
