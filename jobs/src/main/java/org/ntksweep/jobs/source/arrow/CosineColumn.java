package org.ntksweep.jobs.source.arrow;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.ntksweep.jobs.tables.SampleColumns;

/** The same in every batch, as a batch starts with the first row of a sample: written once. */
public final class CosineColumn implements ArrowColumn {
  private final Float8Vector vector;

  /**
   * @param cosines those of a sample's rows, in order
   */
  public CosineColumn(BufferAllocator allocator, double[] cosines, int capacity) {
    vector = new Float8Vector(SampleColumns.COSINE.name(), allocator);
    FixedWidth.allocate(vector, capacity);
    for (int row = 0; row < capacity; row++) {
      vector.set(row, cosines[row % cosines.length]);
    }
  }

  @Override
  public FieldVector vector() {
    return vector;
  }
}
