package org.ntksweep.jobs.run.wave;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ntksweep.jobs.tables.RunTable;

/** Tables as Parquet files. */
final class TableFiles {
  /** Columns of numbers that hardly repeat: a dictionary of them is work for nothing. */
  private static final Map<String, List<String>> DISTINCT =
      Map.of(
          RunTable.SAMPLES.label(),
          List.of("sample", "theta", "theta_w", "theta_b", "log_abs_theta"),
          RunTable.KERNELS.label(),
          List.of("kernel.list.element"));

  private TableFiles() {}

  static void write(Dataset<Row> rows, String table, String location) {
    DataFrameWriter<Row> writer = rows.write().option("compression", "zstd");
    for (String column : DISTINCT.getOrDefault(table, List.of())) {
      writer.option("parquet.enable.dictionary#" + column, false);
    }
    writer.parquet(location);
  }
}
