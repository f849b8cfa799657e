package org.ntksweep.jobs.source;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.ntksweep.jobs.source.arrow.SampleTable;
import org.ntksweep.jobs.tables.Schemas;

/**
 * The data source {@code ntk}. Its options:
 *
 * <ul>
 *   <li>{@code path}, the sweep file, or {@code sweep}, its text;
 *   <li>{@code overrides}, lines of {@code key=value} that replace values of the file;
 *   <li>{@code law}, true for the columns of the points table beside those of the samples.
 * </ul>
 */
public final class NtkSource implements TableProvider, DataSourceRegister {
  static final String NAME = "ntk";

  /** Spark makes one for every read. */
  public NtkSource() {}

  @Override
  public String shortName() {
    return NAME;
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    SweepOptions.check(options);
    return Schemas.of(SampleTable.columns(SweepOptions.withLaw(options)));
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    CaseInsensitiveStringMap options = new CaseInsensitiveStringMap(properties);
    return new NtkTable(
        SweepOptions.plan(options), SampleTable.columns(SweepOptions.withLaw(options)));
  }
}
