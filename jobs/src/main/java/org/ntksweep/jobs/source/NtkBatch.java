package org.ntksweep.jobs.source;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.SweepPlan;

/** Cuts a sweep into tasks, one for each partition. */
record NtkBatch(NtkTable table, List<SampleColumn> columns) implements Batch {

  @Override
  public InputPartition[] planInputPartitions() {
    int parallelism = SparkSession.active().sparkContext().defaultParallelism();
    return SweepPlan.of(table.sweep(), table.stretches(), parallelism).tasks().stream()
        .map(TaskPartition::new)
        .toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    Sweep sweep = table.sweep();
    return new SampleReaderFactory(
        columns, sweep.seed(), sweep.sampling().cosines(), sweep.dense());
  }
}
