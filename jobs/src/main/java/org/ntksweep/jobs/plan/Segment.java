package org.ntksweep.jobs.plan;

import java.util.List;
import java.util.Objects;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * Consecutive samples of one point, the unit tasks are made of.
 *
 * @param point the point
 * @param from the number of the first sample, at least 0
 * @param to the number after the last sample, above {@code from}
 */
public record Segment(SweepPoint point, long from, long to) {

  /** Checks the range. */
  public Segment {
    Objects.requireNonNull(point, "point");
    if (from < 0 || from >= to) {
      throw new IllegalArgumentException("samples [" + from + ", " + to + "): an empty range");
    }
  }

  /** All samples of a sweep: for every point as many as the file asks for. */
  public static List<Segment> all(Points points) {
    long samples = points.sweep().firstSamples();
    return points.all().stream().map(point -> new Segment(point, 0, samples)).toList();
  }

  /** How many samples there are. */
  public long samples() {
    return to - from;
  }

  /** The predicted time of the segment on one core, in nanoseconds. */
  public double nanos() {
    return point.setupNanos() + samples() * point.nanosPerSample();
  }

  /** The same point with other samples. */
  public Segment withRange(long newFrom, long newTo) {
    return new Segment(point, newFrom, newTo);
  }
}
