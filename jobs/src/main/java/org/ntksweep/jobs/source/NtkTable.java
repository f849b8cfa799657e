package org.ntksweep.jobs.source;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Stretch;

/** The samples of one sweep, or some of them. */
final class NtkTable implements SupportsRead {
  private final Sweep sweep;
  private final List<Stretch> stretches;

  NtkTable(Sweep sweep, List<Stretch> stretches) {
    this.sweep = sweep;
    this.stretches = List.copyOf(stretches);
  }

  Sweep sweep() {
    return sweep;
  }

  /** Which samples there are. */
  List<Stretch> stretches() {
    return stretches;
  }

  /** How many samples there are. */
  long samples() {
    return stretches.stream().mapToLong(Stretch::samples).sum();
  }

  /** How many rows a sample has: the diagonal's and one for each cosine. */
  int rowsPerSample() {
    return 1 + sweep.sampling().cosines().size();
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
