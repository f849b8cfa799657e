package org.ntksweep.jobs.report.rows;

import java.util.List;
import java.util.Locale;
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
    List<?> widths = (List<?>) row.value("widths").orElse(List.of());
    boolean grows = false;
    boolean shrinks = false;
    // The input dimension counts, unless the hidden layers are all alike; the output never does.
    int first = row.value("width").isPresent() ? 1 : 0;
    for (int l = first + 1; l < widths.size() - 1; l++) {
      int step = (Integer) widths.get(l) - (Integer) widths.get(l - 1);
      grows |= step > 0;
      shrinks |= step < 0;
    }
    if (grows && shrinks) {
      return MIXED;
    }
    return grows ? INCREASING : shrinks ? DECREASING : CONSTANT;
  }
}
