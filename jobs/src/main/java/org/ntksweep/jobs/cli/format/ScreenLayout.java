package org.ntksweep.jobs.cli.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ntksweep.jobs.tables.TableRow;

/** Which columns are shown, how wide they are, and what is said once for all rows. */
public final class ScreenLayout {
  private static final String GAP = "  ";

  private final List<ScreenColumn> columns = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private final List<String> common = new ArrayList<>();

  private ScreenLayout() {}

  public static ScreenLayout of(List<TableRow> rows) {
    return of(rows, ScreenColumn.all());
  }

  public static ScreenLayout of(List<TableRow> rows, List<ScreenColumn> columns) {
    ScreenLayout layout = new ScreenLayout();
    for (ScreenColumn column : columns) {
      layout.place(column, rows.stream().map(column.cell()).toList());
    }
    return layout;
  }

  private void place(ScreenColumn column, List<String> cells) {
    Set<String> distinct = new HashSet<>(cells);
    if (distinct.equals(Set.of(""))) {
      return;
    }
    if (column.isLaw() && distinct.size() == 1 && cells.size() > 1) {
      common.add(column.title() + " " + cells.get(0));
      return;
    }
    columns.add(column);
    widths.add(
        Math.max(column.title().length(), cells.stream().mapToInt(String::length).max().orElse(0)));
  }

  /** What all rows have in common, if anything. */
  public Optional<String> preamble() {
    return preamble("all rows");
  }

  /** The same, where the rows are called so. */
  public Optional<String> preamble(String rows) {
    return common.isEmpty()
        ? Optional.empty()
        : Optional.of(rows + ": " + String.join(", ", common));
  }

  public String header() {
    return aligned(columns.stream().map(ScreenColumn::title).toList());
  }

  public String line(TableRow row) {
    return aligned(columns.stream().map(column -> column.cell().apply(row)).toList());
  }

  private String aligned(List<String> cells) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      padded.add(" ".repeat(widths.get(i) - cells.get(i).length()) + cells.get(i));
    }
    return padded.stream().collect(Collectors.joining(GAP)).stripTrailing();
  }
}
