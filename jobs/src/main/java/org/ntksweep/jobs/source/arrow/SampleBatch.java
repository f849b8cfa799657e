package org.ntksweep.jobs.source.arrow;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.spark.sql.util.ArrowUtils;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.SampleColumns;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * The one batch of a reader: Arrow memory for the requested columns, filled again and again. Owns
 * its memory; what it hands out is lent until the next write.
 */
public final class SampleBatch implements AutoCloseable {
  /** Far more than a row needs, so that only a mistake can hit the limit. */
  private static final long BYTES_PER_ROW = 1024;

  private final int capacity;
  private final BufferAllocator allocator;
  private final List<ArrowColumn> columns = new ArrayList<>();
  private final KernelColumn[] drawn;
  private final ColumnarBatch batch;

  /**
   * Allocates a batch.
   *
   * @param requested its columns, in order
   * @param cosines those of a sample's rows, in order
   * @param samples for how many samples there is room
   */
  public SampleBatch(List<Column<?>> requested, double[] cosines, int samples) {
    capacity = Math.multiplyExact(samples, cosines.length);
    allocator =
        ArrowUtils.rootAllocator()
            .newChildAllocator("ntk samples", 0, BYTES_PER_ROW * (1024 + capacity));
    try {
      requested.forEach(column -> columns.add(allocate(column, cosines)));
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
    drawn =
        columns.stream()
            .filter(KernelColumn.class::isInstance)
            .map(KernelColumn.class::cast)
            .toArray(KernelColumn[]::new);
    batch =
        new ColumnarBatch(
            columns.stream()
                .map(column -> new BorrowedVector(column.vector()))
                .toArray(ColumnVector[]::new));
  }

  private ArrowColumn allocate(Column<?> column, double[] cosines) {
    if (SampleTable.isDrawn(column)) {
      return new KernelColumn(column, SampleTable.aspect(column), allocator, capacity);
    }
    if (column.equals(SampleColumns.POINT_ID)) {
      return new PointIdColumn(allocator, cosines.length, capacity);
    }
    if (column.equals(SampleColumns.SAMPLE)) {
      return new SampleNumberColumn(allocator, cosines.length, capacity);
    }
    return column.equals(SampleColumns.COSINE)
        ? new CosineColumn(allocator, cosines, capacity)
        : new LawColumn(column, allocator, cosines.length);
  }

  /** How many rows there is room for. */
  public int capacity() {
    return capacity;
  }

  /** Writes what is known of samples before they are drawn: {@link ArrowColumn#writeKeys}. */
  public void writeKeys(int row, int samples, SweepPoint point, long firstSample) {
    for (ArrowColumn column : columns) {
      column.writeKeys(row, samples, point, firstSample);
    }
  }

  /** Writes a drawn sample to its rows, which start at {@code row}. */
  public void writeKernel(int row, KernelMatrix kernel) {
    for (KernelColumn column : drawn) {
      column.writeKernel(row, kernel);
    }
  }

  /** The first {@code rows} rows, as they are until the next write. */
  public ColumnarBatch rows(int rows) {
    columns.forEach(column -> column.setRows(rows));
    batch.setNumRows(rows);
    return batch;
  }

  /** Frees the memory. */
  @Override
  public void close() {
    columns.forEach(column -> column.vector().close());
    allocator.close();
  }
}
