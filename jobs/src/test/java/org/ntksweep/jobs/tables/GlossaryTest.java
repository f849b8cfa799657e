package org.ntksweep.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.tables.point.PointColumns;
import org.ntksweep.jobs.tables.training.KernelColumns;
import org.ntksweep.jobs.tables.training.TrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** What jobs/README.md says of columns is what their declarations say. */
class GlossaryTest {
  @ParameterizedTest
  @EnumSource(RunTable.class)
  void theReadmeExplainsEveryColumn(RunTable table) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf("### `" + table.label() + "/`"));
    String columns = section.substring(section.indexOf("| column"));
    assertThat(columns).startsWith(glossary(columns(table)));
  }

  private static List<Column<?>> columns(RunTable table) {
    return switch (table) {
      case POINTS -> PointColumns.TRAINED.all();
      case SAMPLES -> SampleColumns.ALL;
      case ESTIMATES -> EstimateColumns.ALL.all();
      case TRAINING -> TrainingColumns.ALL.all();
      case KERNELS -> KernelColumns.ALL.all();
      case TRAINING_ESTIMATES -> trainingEstimates();
    };
  }

  /** Those of points and of quantities are explained where they are alone. */
  private static List<Column<?>> trainingEstimates() {
    List<String> points = PointColumns.TRAINED.names();
    String quantities =
        Stream.of(Quantity.values()).map(Quantity::label).collect(Collectors.joining("|"));
    return TrainingEstimateColumns.ALL.all().stream()
        .filter(column -> !points.contains(column.name()))
        .filter(column -> !column.name().matches("(" + quantities + ")(_se|_lo|_hi)?"))
        .toList();
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
