package org.ntksweep.jobs.report.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.TableRow;

/** An axis of a grid of which every k-th value is kept, and the last. */
public final class ThinnedAxis {
  private final Column<? extends Number> column;
  private final TreeSet<Double> values = new TreeSet<>();
  private Set<Double> kept = Set.of();
  private int stride = 1;

  /** All of an axis; its values are still to come. */
  public ThinnedAxis(Column<? extends Number> column) {
    this.column = column;
  }

  public void add(TableRow row) {
    double value = row.number(column);
    if (!Double.isNaN(value)) {
      values.add(value);
    }
  }

  /** How many values are kept. */
  int kept() {
    return isThinned() ? kept.size() : values.size();
  }

  public boolean isThinned() {
    return stride > 1;
  }

  /** Leaves out every other value of those that are kept. */
  public void thin() {
    stride *= 2;
    List<Double> all = new ArrayList<>(values);
    kept = new HashSet<>(Set.of(values.last()));
    for (int i = 0; i < all.size(); i += stride) {
      kept.add(all.get(i));
    }
  }

  /** Whether a row is at a value that is kept, or at none. */
  public boolean keeps(TableRow row) {
    double value = row.number(column);
    return !isThinned() || Double.isNaN(value) || kept.contains(value);
  }

  String text() {
    boolean second = stride % 10 == 2 && stride % 100 != 12;
    return "every " + stride + (second ? "nd" : "th") + " value of " + column.name();
  }
}
