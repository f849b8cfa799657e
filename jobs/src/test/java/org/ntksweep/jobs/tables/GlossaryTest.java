package org.ntksweep.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What jobs/README.md says of columns is what their declarations say. */
class GlossaryTest {
  @ParameterizedTest
  @EnumSource(RunTable.class)
  void theReadmeExplainsEveryColumn(RunTable table) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = "### `" + table.label() + "/`\n\n" + glossary(columns(table));
    assertThat(readme).contains(section);
  }

  private static List<Column<?>> columns(RunTable table) {
    return switch (table) {
      case POINTS -> PointColumns.ALL.all();
      case SAMPLES -> SampleColumns.ALL;
      case ESTIMATES -> EstimateColumns.ALL.all();
    };
  }

  private static String glossary(List<Column<?>> columns) {
    return "| column | type | meaning |\n|---|---|---|\n"
        + columns.stream().map(GlossaryTest::line).collect(Collectors.joining());
  }

  private static String line(Column<?> column) {
    String type = column.type().name().toLowerCase(Locale.ROOT);
    String unit = column.unit().isEmpty() ? "" : ", " + column.unit();
    String empty = column.isNullable() ? " or null" : "";
    String meaning = column.meaning().replace("|", "\\|");
    return "| `" + column.name() + "` | " + type + unit + empty + " | " + meaning + " |\n";
  }
}
