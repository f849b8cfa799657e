package org.ntksweep.jobs.plan.forecast;

import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.training.TrainingPart;

/**
 * What a sweep will take, before it starts; {@link HeapPlan} and {@link WorkTime} say the rest.
 *
 * @param points how many there are
 * @param samples random networks in all; where a precision is asked for, those of the first round
 * @param diskBytes the size of the tables
 */
public record Forecast(long points, long samples, long diskBytes) {
  /** Seen in runs: Parquet's columns of doubles, with keys that compress to next to nothing. */
  private static final double BYTES_PER_SAMPLE = 30;

  private static final double BYTES_PER_ESTIMATE = 140;

  /** A number of the training table and its estimates: many are equal, or null. */
  private static final double BYTES_PER_QUANTITY = 6;

  private static final double BYTES_PER_KERNEL_ENTRY = 8;

  /** The forecast of a sweep; its points are not made for that. */
  public static Forecast of(Sweep sweep) {
    return sweep.training().map(part -> ofTraining(sweep, part)).orElseGet(() -> ofSampling(sweep));
  }

  private static Forecast ofTraining(Sweep sweep, TrainingPart part) {
    double points = (double) sweep.points().size() * part.perLaw();
    double samples = points * sweep.firstSamples();
    double looks = part.method().looks();
    double entries = part.kernelExamples() * (part.kernelExamples() + 1.0) / 2;
    double disk =
        looks * (samples + 4 * points) * BYTES_PER_QUANTITY * Quantity.values().length
            + (sweep.output().kernels() ? looks * samples * entries * BYTES_PER_KERNEL_ENTRY : 0);
    return new Forecast((long) points, (long) samples, (long) disk);
  }

  private static Forecast ofSampling(Sweep sweep) {
    double entries = sweep.rowsPerSample();
    double points = sweep.points().size();
    double samples = points * sweep.firstSamples();
    double disk =
        (sweep.output().samples() ? BYTES_PER_SAMPLE * samples * entries : 0)
            + BYTES_PER_ESTIMATE * points * entries;
    return new Forecast((long) points, (long) samples, (long) disk);
  }
}
