package org.ntksweep.jobs.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line of segments into tasks at equal distances of predicted time. Distances are measured
 * from the start of the line, so that rounding to whole samples never adds up.
 */
final class TaskCutter {
  private final double nanosPerTask;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Segment> open = new ArrayList<>();
  private double done;
  private long boundary = 1;

  private TaskCutter(double nanosPerTask) {
    this.nanosPerTask = nanosPerTask;
  }

  /** The segments in order, in at most {@code count} tasks or one more by rounding. */
  static List<Task> cut(List<Segment> segments, int count) {
    double nanos = segments.stream().mapToDouble(Segment::nanos).sum();
    TaskCutter cutter = new TaskCutter(nanos / count);
    segments.forEach(cutter::add);
    cutter.close();
    return List.copyOf(cutter.tasks);
  }

  private void add(Segment segment) {
    done += segment.setupNanos();
    long from = segment.from();
    while (from < segment.to()) {
      long fitting = Math.round((boundary * nanosPerTask - done) / segment.nanosPerSample());
      if (fitting > 0) {
        long to = from + Math.min(fitting, segment.to() - from);
        open.add(segment.withRange(from, to));
        done += (to - from) * segment.nanosPerSample();
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
