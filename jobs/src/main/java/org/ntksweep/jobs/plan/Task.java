package org.ntksweep.jobs.plan;

import java.util.List;

/**
 * What one task draws, in order.
 *
 * @param segments at least one
 */
public record Task(List<Segment> segments) {

  /** Keeps a copy of the list. */
  public Task {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a task without samples");
    }
  }

  /** How many samples there are. */
  public long samples() {
    return segments.stream().mapToLong(Segment::samples).sum();
  }

  /** The predicted time of the task on one core, in nanoseconds. */
  public double nanos() {
    return segments.stream().mapToDouble(Segment::nanos).sum();
  }
}
