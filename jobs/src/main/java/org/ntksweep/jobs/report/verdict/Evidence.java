package org.ntksweep.jobs.report.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.TableRow;

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
            ? shift(Bounds.exactly(theory.exactMean().getAsDouble()), theory.infiniteWidthMean())
            : Optional.empty());
  }

  /** What a row of the estimates knows of its point: exact values where there are any. */
  public static Evidence of(TableRow row) {
    return new Evidence(ratio(row), shift(mean(row), row.number("infinite_width_mean")));
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
    OptionalDouble exact = row.number("exact_ratio");
    if (exact.isPresent()) {
      return Bounds.exactly(exact.getAsDouble());
    }
    return new Bounds(
        Rows.number(row, "ratio_lo"),
        row.holds("underpowered") ? Double.POSITIVE_INFINITY : Rows.number(row, "ratio_hi"));
  }

  private static Bounds mean(TableRow row) {
    OptionalDouble exact = row.number("exact_mean");
    if (exact.isPresent()) {
      return Bounds.exactly(exact.getAsDouble());
    }
    double mean = Rows.number(row, "mean");
    double error = HALF * Rows.number(row, "mean_se");
    return new Bounds(mean - error, mean + error);
  }

  /** Empty where there is no limit to compare with, or both are beyond the range of a double. */
  private static Optional<Bounds> shift(Bounds mean, OptionalDouble limit) {
    if (limit.isEmpty() || !(limit.getAsDouble() > 0) || Double.isInfinite(limit.getAsDouble())) {
      return Optional.empty();
    }
    return Optional.of(mean.per(limit.getAsDouble()));
  }
}
