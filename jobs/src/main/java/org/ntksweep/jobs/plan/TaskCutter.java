package org.ntksweep.jobs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Cuts a line of segments into tasks at equal distances of predicted time, as nearly as samples may
 * be parted. Distances are measured from the start of the line, so that rounding never adds up.
 */
final class TaskCutter {
  private final double nanosPerTask;
  private final LongUnaryOperator floorCut;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Segment> open = new ArrayList<>();
  private double done;
  private long boundary = 1;

  private TaskCutter(double nanosPerTask, LongUnaryOperator floorCut) {
    this.nanosPerTask = nanosPerTask;
    this.floorCut = floorCut;
  }

  /**
   * The segments in order, in at most {@code count} tasks or one more by rounding.
   *
   * @param floorCut the greatest number, up to the given one, of a sample that may begin a task
   */
  static List<Task> cut(List<Segment> segments, int count, LongUnaryOperator floorCut) {
    double nanos = segments.stream().mapToDouble(Segment::nanos).sum();
    TaskCutter cutter = new TaskCutter(nanos / count, floorCut);
    segments.forEach(cutter::add);
    cutter.close();
    return List.copyOf(cutter.tasks);
  }

  private void add(Segment segment) {
    done += segment.point().setupNanos();
    long from = segment.from();
    while (from < segment.to()) {
      double room = Math.max(0, boundary * nanosPerTask - done);
      long fitting = Math.round(room / segment.point().nanosPerSample());
      long to = fitting < segment.to() - from ? floorCut.applyAsLong(from + fitting) : segment.to();
      if (to > from) {
        open.add(segment.withRange(from, to));
        done += (to - from) * segment.point().nanosPerSample();
        from = to;
      } else {
        close();
        boundary++;
      }
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      tasks.add(new Task(open));
      open.clear();
    }
  }
}
