package org.ntksweep.jobs.source;

import java.util.List;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.ntksweep.jobs.source.read.SampleReaderFactory;
import org.ntksweep.jobs.source.read.TaskPartition;
import org.ntksweep.jobs.tables.Column;

/** The tasks of a plan, one for each partition. */
record NtkBatch(SharedPlan shared, List<Column<?>> columns) implements Batch {

  @Override
  public InputPartition[] planInputPartitions() {
    return shared.plan().tasks().stream().map(TaskPartition::new).toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new SampleReaderFactory(columns, shared.points());
  }
}
