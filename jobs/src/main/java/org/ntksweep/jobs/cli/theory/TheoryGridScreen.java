package org.ntksweep.jobs.cli.theory;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.jobs.cli.format.Numbers;
import org.ntksweep.jobs.cli.format.ScreenColumn;
import org.ntksweep.jobs.cli.format.ScreenLayout;
import org.ntksweep.jobs.cli.format.TableFormat;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/** Theory of a grid for a terminal: a line for every point and cosine. */
public final class TheoryGridScreen implements TableFormat {
  private static final List<String> NUMBERS =
      List.of(
          "exact_mean",
          "exact_ratio",
          "infinite_width_mean",
          "limit_ratio",
          "published_limit_ratio",
          "published_ratio",
          "kappa_1",
          "kappa_2",
          "kappa_ratio",
          "published_off_diagonal");

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
    return Stream.concat(law, NUMBERS.stream().map(TheoryGridScreen::number)).toList();
  }

  private static ScreenColumn number(String name) {
    return new ScreenColumn(name, row -> Numbers.digits(row, name), false);
  }
}
