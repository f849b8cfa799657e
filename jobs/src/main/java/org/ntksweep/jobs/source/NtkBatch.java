package org.ntksweep.jobs.source;

import java.util.List;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.tables.Column;

/** The tasks of a plan, one for each partition. */
record NtkBatch(SweepPlan plan, List<Column<?>> columns) implements Batch {

  @Override
  public InputPartition[] planInputPartitions() {
    return plan.tasks().stream().map(TaskPartition::new).toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    Sweep sweep = plan.sweep();
    return new SampleReaderFactory(
        columns, sweep.seed(), sweep.sampling().cosines(), sweep.dense());
  }
}
