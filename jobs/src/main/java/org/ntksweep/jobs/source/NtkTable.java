package org.ntksweep.jobs.source;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Schemas;

/** The samples of a plan. */
final class NtkTable implements SupportsRead {
  private final SharedPlan shared;
  private final List<Column<?>> readable;

  /**
   * @param readable its columns, in order
   */
  NtkTable(SharedPlan shared, List<Column<?>> readable) {
    this.shared = shared;
    this.readable = List.copyOf(readable);
  }

  SharedPlan shared() {
    return shared;
  }

  SweepPlan plan() {
    return shared.plan();
  }

  List<Column<?>> readable() {
    return readable;
  }

  @Override
  public String name() {
    return "ntk." + plan().sweep().name();
  }

  @Override
  public org.apache.spark.sql.connector.catalog.Column[] columns() {
    return readable.stream()
        .map(
            c ->
                org.apache.spark.sql.connector.catalog.Column.create(
                    c.name(), Schemas.type(c.type()), c.isNullable(), c.meaning(), null))
        .toArray(org.apache.spark.sql.connector.catalog.Column[]::new);
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
