package org.ntksweep.jobs.source;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.source.arrow.SampleTable;
import org.ntksweep.jobs.source.metrics.PredictedWorkMetric;
import org.ntksweep.jobs.source.metrics.SamplerTimeMetric;
import org.ntksweep.jobs.source.metrics.SamplesMetric;
import org.ntksweep.jobs.source.metrics.ThroughputMetric;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Schemas;

/**
 * Some columns of a table. Scans of one table are equal if their columns are, so Spark may draw
 * samples once where a query needs them twice.
 */
record NtkScan(NtkTable table, List<Column<?>> columns) implements SupportsReportStatistics {

  @Override
  public StructType readSchema() {
    return Schemas.of(columns);
  }

  @Override
  public String description() {
    SweepPlan plan = table.plan();
    return String.format(
        Locale.ROOT,
        "ntk %s: %d samples of %d points, %d rows a sample, seed %d",
        plan.sweep().name(),
        plan.samples(),
        plan.drawnPoints(),
        plan.sweep().rowsPerSample(),
        plan.sweep().seed());
  }

  @Override
  public Batch toBatch() {
    return new NtkBatch(table.shared(), columns);
  }

  /** Said here, or Spark would plan the tasks only to ask each of them. */
  @Override
  public ColumnarSupportMode columnarSupportMode() {
    return ColumnarSupportMode.SUPPORTED;
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return new CustomMetric[] {
      new SamplesMetric(),
      new ThroughputMetric(),
      new SamplerTimeMetric(),
      new PredictedWorkMetric()
    };
  }

  @Override
  public Statistics estimateStatistics() {
    long rows = table.plan().samples() * table.plan().sweep().rowsPerSample();
    return new TableSize(rows, rows * columns.stream().mapToInt(SampleTable::bytes).sum());
  }
}
