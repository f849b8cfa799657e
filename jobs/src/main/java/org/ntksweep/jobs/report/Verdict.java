package org.ntksweep.jobs.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
record Verdict(
    long points,
    long deterministic,
    long random,
    long unknown,
    long underpowered,
    Optional<TableRow> largest) {
  static final double DETERMINISTIC = 1.1;
  private static final double RANDOM = 2;

  /** The verdict over one row for every point. */
  static Verdict of(Rows points) {
    List<TableRow> all = points.all();
    return new Verdict(
        all.size(),
        all.stream().filter(row -> ratio(row).orElse(RANDOM) < DETERMINISTIC).count(),
        all.stream().filter(row -> ratio(row).orElse(1) >= RANDOM).count(),
        all.stream().filter(row -> ratio(row).isEmpty()).count(),
        all.stream().filter(row -> row.holds("underpowered")).count(),
        all.stream()
            .filter(row -> ratio(row).isPresent())
            .max(Comparator.comparingDouble(row -> ratio(row).orElse(1))));
  }

  /** The ratio that is known of a point: exact, or measured and to be trusted. */
  static OptionalDouble ratio(TableRow row) {
    OptionalDouble exact = row.number("exact_ratio");
    return exact.isPresent() || row.holds("underpowered") ? exact : row.number("ratio");
  }
}
