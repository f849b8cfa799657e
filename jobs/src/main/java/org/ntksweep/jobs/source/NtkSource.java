package org.ntksweep.jobs.source;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source {@code ntk}. Options: {@code path}, the sweep file, or {@code sweep}, its text;
 * and {@code overrides}, lines of {@code key=value}.
 */
public final class NtkSource implements TableProvider, DataSourceRegister {

  /** Spark makes one for every read. */
  public NtkSource() {}

  @Override
  public String shortName() {
    return "ntk";
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return SampleColumn.schema(Arrays.asList(SampleColumn.values()));
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new NtkTable(SweepOptions.sweep(new CaseInsensitiveStringMap(properties)));
  }
}
