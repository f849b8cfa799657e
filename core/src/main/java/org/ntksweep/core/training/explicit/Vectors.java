package org.ntksweep.core.training.explicit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;

/** Long vectors on their way to a file and back, as big-endian doubles. */
final class Vectors {
  private static final int BLOCK = 4096;

  private Vectors() {}

  static void write(NativeMatrix vector, DataOutput out) throws IOException {
    Entries entries = vector.entries();
    double[] block = new double[BLOCK];
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * BLOCK);
    for (int from = 0; from < vector.rows(); from += BLOCK) {
      int count = Math.min(BLOCK, vector.rows() - from);
      entries.get(from, block, count);
      bytes.asDoubleBuffer().put(block, 0, count);
      out.write(bytes.array(), 0, Double.BYTES * count);
    }
  }

  static void read(NativeMatrix vector, DataInput in) throws IOException {
    Entries entries = vector.entries();
    double[] block = new double[BLOCK];
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * BLOCK);
    for (int from = 0; from < vector.rows(); from += BLOCK) {
      int count = Math.min(BLOCK, vector.rows() - from);
      in.readFully(bytes.array(), 0, Double.BYTES * count);
      bytes.asDoubleBuffer().get(block, 0, count);
      entries.put(from, block, count);
    }
    vector.changed();
  }
}
