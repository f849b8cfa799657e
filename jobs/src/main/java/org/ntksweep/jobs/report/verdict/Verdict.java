package org.ntksweep.jobs.report.verdict;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.TableRow;

/**
 * Which points of a sweep may be taken for their infinite-width kernel: those whose ratio is below
 * 1.1, so that the kernel's standard deviation is below a third of its mean. The exact ratio
 * decides; where there is none, the measured one does, unless it cannot be trusted.
 *
 * @param points how many there are
 * @param deterministic how many are below 1.1
 * @param random how many are at 2 or above, where the standard deviation exceeds the mean
 * @param unknown how many have no ratio to be trusted
 * @param underpowered how many have too few samples to measure the ratio
 * @param largest the point of the largest known ratio, if any is known
 */
public record Verdict(
    int points,
    int deterministic,
    int random,
    int unknown,
    int underpowered,
    Optional<TableRow> largest) {
  public static final double DETERMINISTIC = 1.1;
  private static final double RANDOM = 2;

  /** The verdict over one row for every point. */
  public static Verdict of(Rows points) {

    return new Verdict(
        points.all().size(),
        count(points, row -> ratio(row).orElse(RANDOM) < DETERMINISTIC),
        count(points, row -> ratio(row).orElse(1) >= RANDOM),
        count(points, row -> ratio(row).isEmpty()),
        count(points, row -> row.holds("underpowered")),
        points.all().stream()
            .filter(row -> ratio(row).isPresent())
            .max(Comparator.comparingDouble(row -> ratio(row).orElse(1))));
  }

  private static int count(Rows points, Predicate<TableRow> condition) {
    return points.where(condition).all().size();
  }

  /** The ratio that is known of a point: exact, or measured and to be trusted. */
  public static OptionalDouble ratio(TableRow row) {
    OptionalDouble exact = row.number("exact_ratio");
    return exact.isPresent() || row.holds("underpowered") ? exact : row.number("ratio");
  }
}
