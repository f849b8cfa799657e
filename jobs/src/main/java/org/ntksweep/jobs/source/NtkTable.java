package org.ntksweep.jobs.source;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.ntksweep.jobs.config.Sweep;

/** The samples of one sweep. */
final class NtkTable implements SupportsRead {
  private final Sweep sweep;

  NtkTable(Sweep sweep) {
    this.sweep = sweep;
  }

  Sweep sweep() {
    return sweep;
  }

  /** How many rows a sample has: the diagonal's and one for each cosine. */
  int rowsPerSample() {
    return 1 + sweep.cosines().size();
  }

  @Override
  public String name() {
    return "ntk." + sweep.name();
  }

  @Override
  public Column[] columns() {
    return SampleColumn.tableColumns();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new NtkScanBuilder(this);
  }
}
