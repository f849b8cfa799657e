package org.ntksweep.jobs.plan.forecast;

import java.util.List;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.Segment;

/**
 * How long a sweep will take on cores as fast as those of this machine.
 *
 * @param coreSeconds what cores share: sampling, estimating, theory and tables
 * @param driverSeconds what nothing else can be done beside: starting, the page
 */
public record WorkTime(double coreSeconds, double driverSeconds) {
  private static final double NANOS_PER_STORED_SAMPLE = 1_200;
  private static final double NANOS_PER_ESTIMATE = 150_000;
  private static final double NANOS_PER_RESAMPLED = 0.4;
  private static final double NANOS_PER_SUMMARISED = 90;

  /** Starting Java and Spark, and a page. */
  private static final double START_SECONDS = 12;

  private static final double DRIVER_NANOS_PER_ESTIMATE = 50_000;

  /**
   * The time of a sweep, from a second of measuring; that of training as its trainers are known to
   * take.
   */
  public static WorkTime of(Points points) {
    return points.sweep().training().isPresent() ? ofTraining(points) : ofSampling(points);
  }

  private static WorkTime ofTraining(Points points) {
    double nanos = Segment.all(points).stream().mapToDouble(Segment::nanos).sum();
    return new WorkTime(1e-9 * nanos, START_SECONDS);
  }

  private static WorkTime ofSampling(Points points) {
    Sweep sweep = points.sweep();
    List<Segment> segments = Segment.all(points);
    double rows = (double) points.entries() * points.count() * sweep.firstSamples();
    double estimates = (double) points.entries() * points.count();
    double nanos =
        Calibration.nanos(sweep, segments)
            + rows * nanosPerRow(sweep)
            + NANOS_PER_ESTIMATE * estimates;
    return new WorkTime(1e-9 * nanos, START_SECONDS + 1e-9 * DRIVER_NANOS_PER_ESTIMATE * estimates);
  }

  private static double nanosPerRow(Sweep sweep) {
    double stored = sweep.output().samples() ? NANOS_PER_STORED_SAMPLE : 0;
    double estimated =
        sweep.estimation().streams(sweep.firstSamples())
            ? NANOS_PER_SUMMARISED
            : NANOS_PER_RESAMPLED * sweep.estimation().bootstrap().replicates();
    return stored + estimated;
  }

  /** The time on some cores, in seconds. */
  public double seconds(int cores) {
    return driverSeconds + coreSeconds / cores;
  }
}
