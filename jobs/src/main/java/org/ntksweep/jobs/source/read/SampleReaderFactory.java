package org.ntksweep.jobs.source.read;

import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.Column;

/** What all tasks of a read have in common. */
public record SampleReaderFactory(List<Column<?>> columns, Broadcast<Points> points)
    implements PartitionReaderFactory {

  private static final long serialVersionUID = 2;

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return true;
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    Sweep sweep = points.value().sweep();
    return new SampleReader(
        ((TaskPartition) partition).task(points.value()),
        columns,
        sweep.seed(),
        sweep.sampling().cosines(),
        sweep.dense());
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    throw new UnsupportedOperationException("samples are read in batches");
  }
}
