package org.ntksweep.jobs.plan;

import org.ntksweep.jobs.config.Sweep;

/**
 * What a sweep will take, before it starts; {@link HeapPlan} and {@link WorkTime} say the rest.
 *
 * @param samples random networks in all; where a precision is asked for, those of the first round
 * @param diskBytes the size of the tables
 */
public record Forecast(long samples, long diskBytes) {
  /** Seen in runs: Parquet's columns of doubles, with keys that compress to next to nothing. */
  private static final double BYTES_PER_SAMPLE = 30;

  private static final double BYTES_PER_ESTIMATE = 140;

  /** The forecast of a sweep; its points are not made for that. */
  public static Forecast of(Sweep sweep) {
    double entries = sweep.rowsPerSample();
    double points = sweep.points().size();
    double samples = points * sweep.firstSamples();
    double disk =
        (sweep.output().samples() ? BYTES_PER_SAMPLE * samples * entries : 0)
            + BYTES_PER_ESTIMATE * points * entries;
    return new Forecast((long) samples, (long) disk);
  }
}
