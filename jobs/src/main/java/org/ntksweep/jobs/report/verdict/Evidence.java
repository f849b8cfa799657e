package org.ntksweep.jobs.report.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/**
 * What is known of a network's kernel at one input, and the grade that follows. A grade is given
 * only where the whole range of what is known agrees.
 *
 * @param ratio the dispersion {@code E[Theta^2] / E[Theta]^2}
 * @param mean the mean in units of the infinite-width kernel; empty if that is not known
 */
public record Evidence(Bounds ratio, Optional<Bounds> mean) {
  /** Below this ratio the kernel's standard deviation is less than a third of its mean. */
  public static final double SMALL_RATIO = 1.1;

  /** From this ratio on the standard deviation exceeds the mean. */
  public static final double LARGE_RATIO = 2;

  /** How far the mean may be from the infinite-width kernel, in units of it. */
  public static final double SMALL_SHIFT = 0.1;

  /** From here on the mean is another one. */
  public static final double LARGE_SHIFT = 0.5;

  /** Half of a normal interval of 95 %, in standard errors. */
  private static final double HALF = 1.96;

  /** What theory alone knows of a law. */
  public static Evidence of(LawTheory theory) {
    OptionalDouble ratio = theory.exactRatio();
    return new Evidence(
        ratio.isPresent() ? Bounds.exactly(ratio.getAsDouble()) : Bounds.UNKNOWN,
        theory.exactMean().isPresent()
            ? shift(
                Bounds.exactly(theory.exactMean().getAsDouble()),
                theory.infiniteWidthMean().orElse(Double.NaN))
            : Optional.empty());
  }

  /** What a row of the estimates knows of its point: exact values where there are any. */
  public static Evidence of(TableRow row) {
    return new Evidence(
        ratio(row), shift(mean(row), row.number(TheoryColumns.INFINITE_WIDTH_MEAN)));
  }

  /** Whether the kernel may be taken for its infinite-width limit. */
  public Grade grade() {
    Bounds shift = mean.map(m -> m.distanceFrom(1)).orElse(Bounds.exactly(0));
    if (ratio.isAtLeast(LARGE_RATIO) || shift.isAtLeast(LARGE_SHIFT)) {
      return Grade.NO;
    }
    if (ratio.isBelow(SMALL_RATIO) && shift.isBelow(SMALL_SHIFT)) {
      return Grade.YES;
    }
    boolean doubtful = ratio.isAtLeast(SMALL_RATIO) || shift.isAtLeast(SMALL_SHIFT);
    boolean bounded = ratio.isBelow(LARGE_RATIO) && shift.isBelow(LARGE_SHIFT);
    return doubtful && bounded ? Grade.WITH_CARE : Grade.OPEN;
  }

  /** An underpowered estimate misses its tail: it is a lower bound. */
  private static Bounds ratio(TableRow row) {
    Optional<Double> exact = row.value(TheoryColumns.EXACT_RATIO);
    if (exact.isPresent()) {
      return Bounds.exactly(exact.get());
    }
    return new Bounds(
        row.number(EstimateColumns.RATIO_LO),
        Rows.isUnderpowered(row) ? Double.POSITIVE_INFINITY : row.number(EstimateColumns.RATIO_HI));
  }

  private static Bounds mean(TableRow row) {
    Optional<Double> exact = row.value(TheoryColumns.EXACT_MEAN);
    if (exact.isPresent()) {
      return Bounds.exactly(exact.get());
    }
    double mean = row.number(EstimateColumns.MEAN);
    double error = HALF * row.number(EstimateColumns.MEAN_SE);
    return new Bounds(mean - error, mean + error);
  }

  /** Empty where there is no limit to compare with, or both are beyond the range of a double. */
  private static Optional<Bounds> shift(Bounds mean, double limit) {
    return limit > 0 && Double.isFinite(limit) ? Optional.of(mean.per(limit)) : Optional.empty();
  }
}
