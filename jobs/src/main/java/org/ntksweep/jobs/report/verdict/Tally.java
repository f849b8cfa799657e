package org.ntksweep.jobs.report.verdict;

import java.util.Comparator;
import java.util.Optional;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.TableRow;

/**
 * The points of a sweep counted by grade.
 *
 * @param points one row of the diagonal for each
 */
public record Tally(Rows points) {

  /** How many there are. */
  public int all() {
    return points.all().size();
  }

  /** How many have a grade. */
  public int of(Grade grade) {
    return points.where(row -> Evidence.of(row).grade() == grade).all().size();
  }

  /** How many have too few samples to measure the ratio. */
  public int underpowered() {
    return points.where(row -> Rows.isUnderpowered(row)).all().size();
  }

  /** The point of the largest ratio known, if any is. */
  public Optional<TableRow> largest() {
    return points.all().stream()
        .filter(row -> Double.isFinite(Evidence.of(row).ratio().low()))
        .max(Comparator.comparingDouble(row -> Evidence.of(row).ratio().low()));
  }
}
