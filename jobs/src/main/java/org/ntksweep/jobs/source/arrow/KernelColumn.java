package org.ntksweep.jobs.source.arrow;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.jobs.tables.Column;

/** A number that is drawn: one aspect of the kernel entries of the first input with every input. */
public final class KernelColumn implements ArrowColumn {

  /** An aspect of entry {@code (i, j)}. */
  @FunctionalInterface
  interface Aspect {
    double of(KernelMatrix kernel, int i, int j);
  }

  private final Aspect aspect;
  private final Float8Vector vector;

  public KernelColumn(Column<?> column, Aspect aspect, BufferAllocator allocator, int capacity) {
    this.aspect = aspect;
    vector = new Float8Vector(column.name(), allocator);
    FixedWidth.allocate(vector, capacity);
  }

  @Override
  public FieldVector vector() {
    return vector;
  }

  /** Writes a sample to its rows, which start at {@code row}. */
  public void writeKernel(int row, KernelMatrix kernel) {
    ArrowBuf data = vector.getDataBuffer();
    long at = (long) Double.BYTES * row;
    for (int j = 0; j < kernel.inputs(); j++) {
      data.setDouble(at, aspect.of(kernel, 0, j));
      at += Double.BYTES;
    }
  }
}
