package org.ntksweep.jobs.source;

import java.util.List;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Stretch;

/**
 * Some columns of a table. Scans of one table are equal if their columns are, so Spark may draw
 * samples once where a query needs them twice.
 */
record NtkScan(NtkTable table, List<SampleColumn> columns) implements SupportsReportStatistics {

  @Override
  public StructType readSchema() {
    return SampleColumn.schema(columns);
  }

  @Override
  public String description() {
    Sweep sweep = table.sweep();
    return "ntk %s: %d samples of %d points, %d rows a sample, seed %d"
        .formatted(
            sweep.name(),
            table.samples(),
            table.stretches().stream().mapToInt(Stretch::point).distinct().count(),
            table.rowsPerSample(),
            sweep.seed());
  }

  @Override
  public Batch toBatch() {
    return new NtkBatch(table, columns);
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
    long rows = table.samples() * table.rowsPerSample();
    return new TableSize(rows, rows * columns.stream().mapToInt(SampleColumn::bytes).sum());
  }
}
