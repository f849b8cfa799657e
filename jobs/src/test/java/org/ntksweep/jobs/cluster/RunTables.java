package org.ntksweep.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunStatus;
import org.ntksweep.jobs.tables.Cells;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;

/** All rows of a run folder; equal ones have equal bits in every value. */
public final class RunTables {
  private RunTables() {}

  /** The rows of every table by point, cosine and sample, of a folder that says it is complete. */
  public static Map<RunTable, Map<String, TableRow>> of(Path folder) throws IOException {
    RunFolder run = RunFolder.at(folder.toString(), RunFolder.configuration());
    assertThat(run.manifest().status()).isEqualTo(RunStatus.COMPLETE);
    Map<RunTable, Map<String, TableRow>> tables = new EnumMap<>(RunTable.class);
    for (RunTable table : RunTable.values()) {
      if (!Files.exists(folder.resolve(table.label()))) {
        continue;
      }
      Map<String, TableRow> rows = new TreeMap<>();
      run.table(table).read(row -> rows.put(key(row), row) == null);
      assertThat(rows).hasSize((int) run.table(table).rowCount());
      tables.put(table, rows);
    }
    return tables;
  }

  private static String key(TableRow row) {
    return Stream.of("point_id", "cosine", "sample", "step", "time")
        .map(column -> Cells.text(row, column))
        .collect(Collectors.joining(" "));
  }
}
