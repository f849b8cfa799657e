package org.ntksweep.jobs.cli.theory;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.jobs.cli.format.ScreenColumn;
import org.ntksweep.jobs.cli.format.ScreenLayout;
import org.ntksweep.jobs.cli.format.TableFormat;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/** Theory of a grid for a terminal: a line for every point and cosine. */
public final class TheoryGridScreen implements TableFormat {
  @Override
  public void print(Table table, PrintWriter out) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    table.read(rows::add);
    ScreenLayout layout = ScreenLayout.of(rows, columns());
    layout.preamble().ifPresent(out::println);
    out.println(layout.header());
    for (TableRow row : rows) {
      out.println(layout.line(row));
      if (out.checkError()) {
        return;
      }
    }
    out.flush();
  }

  private static List<ScreenColumn> columns() {
    Stream<ScreenColumn> law = ScreenColumn.all().stream().filter(ScreenColumn::isLaw);
    Stream<ScreenColumn> theory =
        TheoryTable.SHOWN.stream().map(column -> ScreenColumn.measured(column));
    return Stream.concat(law, theory).toList();
  }
}
