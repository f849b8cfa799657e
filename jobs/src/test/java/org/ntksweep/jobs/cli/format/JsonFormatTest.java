package org.ntksweep.jobs.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.tables.ListTable;
import org.ntksweep.jobs.tables.TableRow;

final class JsonFormatTest {
  private final JsonFormat format = new JsonFormat();

  @Test
  void anyNumberOfRowsIsAnArray() throws IOException {
    TableRow row = new TableRow(Map.of("a", 1));
    assertThat(printed(List.of())).isEqualTo("[\n]\n");
    assertThat(printed(List.of(row))).isEqualTo("[\n{\"a\":1}\n]\n");
    assertThat(printed(List.of(row, row))).isEqualTo("[\n{\"a\":1},\n{\"a\":1}\n]\n");
  }

  private String printed(List<TableRow> rows) throws IOException {
    StringWriter text = new StringWriter();
    format.print(new ListTable(List.of("a"), rows), new PrintWriter(text));
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
