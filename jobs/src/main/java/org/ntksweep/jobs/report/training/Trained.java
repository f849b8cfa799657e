package org.ntksweep.jobs.report.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.PointColumns;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/**
 * What came of training.
 *
 * @param last the estimates of every point where it was looked at last, in the order of the sweep
 */
public record Trained(List<TableRow> last) {
  /** So far kernel theory is said to describe training. */
  private static final double SMALL = 0.1;

  /** Copies the list. */
  public Trained {
    last = List.copyOf(last);
  }

  /** What a table of training estimates says. */
  public static Trained of(Table estimates) throws IOException {
    Map<String, TableRow> last = new LinkedHashMap<>();
    estimates.read(
        row -> {
          last.put(row.text(PointColumns.POINT_ID), row);
          return true;
        });
    return new Trained(new ArrayList<>(last.values()));
  }

  /** How many networks there are. */
  public long networks() {
    return sum(TrainingEstimateColumns.SAMPLES) + diverged();
  }

  /** How many of them diverged. */
  public long diverged() {
    return sum(TrainingEstimateColumns.DIVERGED);
  }

  /** How many others ended early. */
  public long stopped() {
    return sum(TrainingEstimateColumns.STOPPED);
  }

  private long sum(Column<Long> column) {
    return last.stream().mapToLong(row -> row.value(column).orElse(0L)).sum();
  }

  /** How many points have networks whose kernel moved by less than a tenth, on average. */
  public long still() {
    return last.stream()
        .filter(row -> row.number(TrainingEstimateColumns.mean(Quantity.CHANGE)) < SMALL)
        .count();
  }

  /** The same in words for a terminal. */
  public List<String> lines() {
    return List.of(
        Text.counted(networks(), "network")
            + " of "
            + Text.counted(last.size(), "point")
            + " trained; "
            + Text.count((double) diverged())
            + " diverged, "
            + Text.count((double) stopped())
            + " ended early by a stop rule",
        "  their kernels moved by less than 10 % of their norm at "
            + Text.count((double) still())
            + " of "
            + Text.counted(last.size(), "point"));
  }
}
