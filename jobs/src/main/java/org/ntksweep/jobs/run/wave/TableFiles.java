package org.ntksweep.jobs.run.wave;

import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ntksweep.jobs.tables.RunTable;

/** Tables as Parquet files. */
final class TableFiles {
  /** Columns of numbers that hardly repeat: a dictionary of them is work for nothing. */
  private static final String[] DISTINCT = {
    "sample", "theta", "theta_w", "theta_b", "log_abs_theta"
  };

  private TableFiles() {}

  static void write(Dataset<Row> rows, String table, String location) {
    DataFrameWriter<Row> writer = rows.write().option("compression", "zstd");
    if (table.equals(RunTable.SAMPLES.label())) {
      for (String column : DISTINCT) {
        writer.option("parquet.enable.dictionary#" + column, false);
      }
    }
    writer.parquet(location);
  }
}
