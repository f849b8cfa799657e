package org.ntksweep.jobs.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/**
 * A JSON array of objects, one a line. JSON has no infinity: a number beyond a double is the text
 * {@code "Infinity"}, as in CSV.
 */
public final class JsonFormat implements TableFormat {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void print(Table table, PrintWriter out) throws IOException {
    List<String> columns = table.columns();
    StringBuilder separator = new StringBuilder();
    out.println("[");
    table.read(
        row -> {
          out.print(separator);
          out.print(object(columns, row));
          separator.replace(0, separator.length(), "," + System.lineSeparator());
          return !out.checkError();
        });
    if (!separator.isEmpty()) {
      out.println();
    }
    out.println("]");
    out.flush();
  }

  private static String object(List<String> columns, TableRow row) {
    Map<String, Object> object = new LinkedHashMap<>();
    columns.forEach(column -> object.put(column, row.value(column).orElse(null)));
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
