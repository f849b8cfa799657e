package org.ntksweep.jobs.cli.format;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.ntksweep.jobs.shell.Count;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/** A table for a terminal: what differs between rows as columns, what does not in one line. */
public final class ScreenFormat implements TableFormat {
  private final List<ScreenColumn> columns;
  private final int limit;
  private final String all;

  /** All rows, in these columns of those that hold something. */
  public ScreenFormat(List<ScreenColumn> columns) {
    this(columns, Integer.MAX_VALUE, "");
  }

  /**
   * At most so many rows, which are kept.
   *
   * @param all the command that shows all
   */
  public ScreenFormat(List<ScreenColumn> columns, int limit, String all) {
    this.columns = columns;
    this.limit = limit;
    this.all = all;
  }

  @Override
  public void print(Table table, PrintWriter out) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    table.read(
        row -> {
          rows.add(row);
          return rows.size() < limit;
        });
    long left = table.rowCount() - rows.size();
    ScreenLayout layout = ScreenLayout.of(rows, columns);
    layout.preamble(left > 0 ? "these rows" : "all rows").ifPresent(out::println);
    out.println(layout.header());
    for (TableRow row : rows) {
      out.println(layout.line(row));
      if (out.checkError()) {
        return;
      }
    }
    printRest(left, out);
    ScreenColumn.legend(rows).forEach(out::println);
    out.flush();
  }

  private void printRest(long left, PrintWriter out) {
    if (left > 0) {
      out.println("... and " + Count.of(left, "more row") + ": " + all);
    }
  }
}
