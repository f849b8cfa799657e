package org.ntksweep.jobs.source;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.ntksweep.jobs.config.Sweep;

/**
 * The data source {@code ntk}. Options: {@code path}, the sweep file, or {@code sweep}, its text;
 * {@code overrides}, lines of {@code key=value}; and {@code stretches}, which samples of which
 * points, such as {@code 0:0-500,1:250-500}.
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
    CaseInsensitiveStringMap options = new CaseInsensitiveStringMap(properties);
    Sweep sweep = SweepOptions.sweep(options);
    return new NtkTable(sweep, SweepOptions.stretches(options, sweep));
  }
}
