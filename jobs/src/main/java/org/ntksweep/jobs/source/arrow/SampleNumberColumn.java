package org.ntksweep.jobs.source.arrow;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.ntksweep.jobs.tables.SampleColumns;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** The number of the sample, repeated for each of its rows. */
public final class SampleNumberColumn implements ArrowColumn {
  private final int rowsPerSample;
  private final BigIntVector vector;

  public SampleNumberColumn(BufferAllocator allocator, int rowsPerSample, int capacity) {
    this.rowsPerSample = rowsPerSample;
    vector = new BigIntVector(SampleColumns.SAMPLE.name(), allocator);
    FixedWidth.allocate(vector, capacity);
  }

  @Override
  public FieldVector vector() {
    return vector;
  }

  @Override
  public void writeKeys(int row, int samples, SweepPoint point, long firstSample) {
    ArrowBuf data = vector.getDataBuffer();
    long at = (long) Long.BYTES * row;
    for (int s = 0; s < samples; s++) {
      for (int i = 0; i < rowsPerSample; i++) {
        data.setLong(at, firstSample + s);
        at += Long.BYTES;
      }
    }
  }
}
