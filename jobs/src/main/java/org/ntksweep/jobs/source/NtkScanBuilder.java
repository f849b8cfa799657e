package org.ntksweep.jobs.source;

import java.util.List;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.jobs.source.arrow.SampleTable;
import org.ntksweep.jobs.tables.Column;

/** Learns which columns a query needs. */
final class NtkScanBuilder implements SupportsPushDownRequiredColumns {
  private final NtkTable table;
  private List<Column<?>> columns;

  NtkScanBuilder(NtkTable table) {
    this.table = table;
    columns = table.readable();
  }

  @Override
  public void pruneColumns(StructType requiredSchema) {
    columns = SampleTable.of(requiredSchema);
  }

  @Override
  public Scan build() {
    return new NtkScan(table, columns);
  }
}
