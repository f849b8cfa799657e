package org.ntksweep.jobs.cli.format;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/** Comma-separated values: a header, null as nothing, lists as "784,300,1", all digits. */
public final class CsvFormat implements TableFormat {
  private static final Pattern SPECIAL = Pattern.compile("[,\"\r\n]");

  @Override
  public void print(Table table, PrintWriter out) throws IOException {
    List<String> columns = table.columns();
    out.println(String.join(",", columns));
    table.read(
        row -> {
          out.println(line(columns, row));
          return !out.checkError();
        });
    out.flush();
  }

  private static String line(List<String> columns, TableRow row) {
    return columns.stream()
        .map(column -> row.value(column).map(CsvFormat::field).orElse(""))
        .collect(Collectors.joining(","));
  }

  private static String field(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Object::toString).collect(Collectors.joining(",", "\"", "\""));
    }
    String text = value.toString();
    return SPECIAL.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
