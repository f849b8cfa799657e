package org.ntksweep.jobs.source;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.jobs.tables.Column;

/** What all tasks of a read have in common. */
record SampleReaderFactory(
    List<Column<?>> columns, long seed, List<Double> cosines, DenseOptions dense)
    implements PartitionReaderFactory {

  private static final long serialVersionUID = 1;

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return true;
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    return new SampleReader(((TaskPartition) partition).task(), columns, seed, cosines, dense);
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    throw new UnsupportedOperationException("samples are read in batches");
  }
}
