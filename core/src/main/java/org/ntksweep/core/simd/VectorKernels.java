package org.ntksweep.core.simd;

import jdk.incubator.vector.DoubleVector;

/** x. */
final class VectorKernels {
  int lanes() {
    return DoubleVector.SPECIES_PREFERRED.length();
  }
}
