package org.ntksweep.jobs.report.rows;

import java.util.List;
import java.util.Locale;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;

/** How the widths of a network run from its input to its last hidden layer. */
public enum WidthProfile {
  INCREASING,
  CONSTANT,
  DECREASING,
  MIXED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static WidthProfile of(TableRow row) {
    List<Integer> widths = LawColumns.widths(row);
    boolean grows = false;
    boolean shrinks = false;
    // The input dimension counts, unless the hidden layers are all alike; the output never does.
    int first = row.value(LawColumns.WIDTH).isPresent() ? 1 : 0;
    for (int l = first + 1; l < widths.size() - 1; l++) {
      int step = widths.get(l) - widths.get(l - 1);
      grows |= step > 0;
      shrinks |= step < 0;
    }
    if (grows && shrinks) {
      return MIXED;
    }
    return grows ? INCREASING : shrinks ? DECREASING : CONSTANT;
  }
}
