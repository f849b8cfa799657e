package org.ntksweep.jobs.source.arrow;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseFixedWidthVector;

/** Vectors of numbers, none of them null. */
public final class FixedWidth {
  private FixedWidth() {}

  /** Allocates room for {@code capacity} values and marks all of them as present. */
  public static void allocate(BaseFixedWidthVector vector, int capacity) {
    vector.allocateNew(capacity);
    ArrowBuf validity = vector.getValidityBuffer();
    validity.setOne(0, validity.capacity());
  }
}
