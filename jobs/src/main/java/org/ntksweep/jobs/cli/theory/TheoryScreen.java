package org.ntksweep.jobs.cli.theory;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.ntksweep.jobs.cli.format.Numbers;
import org.ntksweep.jobs.cli.format.TableFormat;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/** Theory for a terminal: a block of names and values for every row. */
public final class TheoryScreen implements TableFormat {

  @Override
  public void print(Table table, PrintWriter out) throws IOException {
    int width = table.columns().stream().mapToInt(String::length).max().orElse(0);
    List<TableRow> rows = new ArrayList<>();
    table.read(rows::add);
    String separator = "";
    for (TableRow row : rows) {
      out.print(separator);
      separator = System.lineSeparator();
      for (String column : table.columns()) {
        row.value(column).ifPresent(value -> out.println(line(column, text(value), width)));
      }
      if (out.checkError()) {
        return;
      }
    }
    out.flush();
  }

  private static String line(String column, String text, int width) {
    return column + " ".repeat(width - column.length()) + "  " + text;
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return Numbers.text(number, 17);
    }
    return value instanceof List<?>
        ? Numbers.shortened(value.toString().replaceAll("[\\[\\] ]", ""))
        : value.toString();
  }
}
