package org.ntksweep.jobs.source;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;

/** Learns which columns a query needs. */
final class NtkScanBuilder implements SupportsPushDownRequiredColumns {
  private final NtkTable table;
  private List<SampleColumn> columns = Arrays.asList(SampleColumn.values());

  NtkScanBuilder(NtkTable table) {
    this.table = table;
  }

  @Override
  public void pruneColumns(StructType requiredSchema) {
    columns = SampleColumn.of(requiredSchema);
  }

  @Override
  public Scan build() {
    return new NtkScan(table, columns);
  }
}
