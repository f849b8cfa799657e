package org.ntksweep.jobs.run.estimates.files;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Committed Parquet files, exactly those that are named. */
public final class StoredFiles {
  /** What Spark takes for patterns, and, told not to, would read each of several files often. */
  private static final Pattern PATTERNS = Pattern.compile("[\\\\\\[\\]{}*?]");

  private static final String VERIFIED = "parquet.page.verify-checksum.enabled";

  private StoredFiles() {}

  public static Dataset<Row> read(SparkSession spark, StructType schema, List<String> files) {
    String[] names = files.stream().map(StoredFiles::escaped).toArray(String[]::new);
    return spark.read().option(VERIFIED, true).schema(schema).parquet(names);
  }

  private static String escaped(String file) {
    return PATTERNS.matcher(file).replaceAll("\\\\$0");
  }
}
