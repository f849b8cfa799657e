package org.ntksweep.jobs.run.estimates;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Committed Parquet files, exactly those that are named. */
final class StoredFiles {
  /** Whether Spark takes {@code [ ] { } * ?} in names for patterns. */
  private static final String PATTERNS = "__globPaths__";

  private static final String VERIFIED = "parquet.page.verify-checksum.enabled";

  private StoredFiles() {}

  static Dataset<Row> read(SparkSession spark, StructType schema, List<String> files) {
    return spark
        .read()
        .option(PATTERNS, false)
        .option(VERIFIED, true)
        .schema(schema)
        .parquet(files.toArray(String[]::new));
  }
}
