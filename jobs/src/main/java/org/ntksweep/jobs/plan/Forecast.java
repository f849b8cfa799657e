package org.ntksweep.jobs.plan;

import java.util.List;
import org.ntksweep.jobs.config.Sweep;

/**
 * What a sweep will take, before it starts.
 *
 * @param samples random networks in all; where a precision is asked for, those of the first round
 * @param coreSeconds the time on one core, as fast as those of this machine: sampling, estimating,
 *     theory and tables
 * @param diskBytes the size of the tables
 * @param heapBytes the memory that Java needs
 */
public record Forecast(long samples, double coreSeconds, long diskBytes, long heapBytes) {
  /** Seen in runs: Parquet's columns of doubles, with keys that compress to next to nothing. */
  private static final double BYTES_PER_SAMPLE = 30;

  private static final double BYTES_PER_ESTIMATE = 140;
  private static final double NANOS_PER_STORED_SAMPLE = 1_200;
  private static final double NANOS_PER_THEORY = 300_000;
  private static final double NANOS_PER_RESAMPLED = 0.4;
  private static final double NANOS_PER_SUMMARISED = 90;

  /** Java, Spark and its buffers. */
  private static final double HEAP = 400e6;

  private static final double HEAP_PER_CORE = 100e6;
  private static final int BYTES_GATHERED = 3 * 2 * Double.BYTES;

  /** The forecast of a sweep on {@code cores} cores, from a second of measuring. */
  public static Forecast of(Sweep sweep, int cores) {
    List<Segment> segments = Segment.all(Points.of(sweep));
    long samples = segments.stream().mapToLong(Segment::samples).sum();
    long entries = 1L + sweep.sampling().cosines().size();
    double nanos = Calibration.nanos(sweep, segments) + otherNanos(sweep, samples * entries);
    double disk =
        (sweep.output().samples() ? BYTES_PER_SAMPLE * samples * entries : 0)
            + BYTES_PER_ESTIMATE * sweep.points().size() * entries;
    double heap = HEAP + cores * Math.max(HEAP_PER_CORE, pointBytes(sweep, entries));
    return new Forecast(samples, nanos * 1e-9, (long) disk, (long) heap);
  }

  private static double otherNanos(Sweep sweep, long rows) {
    double stored = sweep.output().samples() ? NANOS_PER_STORED_SAMPLE : 0;
    double estimated =
        sweep.estimation().streams(sweep.firstSamples())
            ? NANOS_PER_SUMMARISED
            : NANOS_PER_RESAMPLED * sweep.estimation().bootstrap().replicates();
    double theory =
        NANOS_PER_THEORY * sweep.points().size() * (1 + sweep.sampling().cosines().size());
    return rows * (stored + estimated) + theory;
  }

  /** What a core holds while it estimates: samples where they are gathered, sums where not. */
  private static double pointBytes(Sweep sweep, long entries) {
    double values =
        sweep.estimation().streams(sweep.firstSamples())
            ? 10.0 * sweep.estimation().bootstrap().replicates()
            : (double) sweep.firstSamples();
    return BYTES_GATHERED * values * entries;
  }
}
