package org.ntksweep.jobs.source.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.ntksweep.jobs.tables.SampleColumns;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** Strings that are all 16 bytes long: their offsets never change, a value is two words. */
public final class PointIdColumn implements ArrowColumn {
  static final int DIGITS = 16;

  private final int rowsPerSample;
  private final VarCharVector vector;

  public PointIdColumn(BufferAllocator allocator, int rowsPerSample, int capacity) {
    this.rowsPerSample = rowsPerSample;
    vector = new VarCharVector(SampleColumns.POINT_ID.name(), allocator);
    vector.allocateNew((long) DIGITS * capacity, capacity);
    ArrowBuf offsets = vector.getOffsetBuffer();
    for (int row = 0; row <= capacity; row++) {
      offsets.setInt((long) Integer.BYTES * row, DIGITS * row);
    }
    ArrowBuf validity = vector.getValidityBuffer();
    validity.setOne(0, validity.capacity());
  }

  @Override
  public FieldVector vector() {
    return vector;
  }

  @Override
  public void writeKeys(int row, int samples, SweepPoint point, long firstSample) {
    ByteBuffer digits =
        ByteBuffer.wrap(point.key().getBytes(StandardCharsets.US_ASCII))
            .order(ByteOrder.nativeOrder());
    long head = digits.getLong();
    long tail = digits.getLong();
    ArrowBuf data = vector.getDataBuffer();
    long end = (long) DIGITS * (row + samples * rowsPerSample);
    for (long at = (long) DIGITS * row; at < end; at += DIGITS) {
      data.setLong(at, head);
      data.setLong(at + Long.BYTES, tail);
    }
  }

  /** Arrow would rewrite offsets beyond the last value it knows of. */
  @Override
  public void setRows(int rows) {
    vector.setLastSet(rows - 1);
    vector.setValueCount(rows);
  }
}
