package org.ntksweep.core.pass.revealed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays of numbers as big-endian bytes, many at a time. */
final class StoredNumbers {
  private static final int CHUNK = 4096;

  private StoredNumbers() {}

  /** Writes the first {@code n}. */
  static void write(DataOutput out, double[] numbers, int n) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * Math.min(n, CHUNK));
    for (int from = 0; from < n; from += CHUNK) {
      int count = Math.min(CHUNK, n - from);
      bytes.clear().asDoubleBuffer().put(numbers, from, count);
      out.write(bytes.array(), 0, Double.BYTES * count);
    }
  }

  /** Reads the first {@code n}. */
  static void read(DataInput in, double[] numbers, int n) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * Math.min(n, CHUNK));
    for (int from = 0; from < n; from += CHUNK) {
      int count = Math.min(CHUNK, n - from);
      in.readFully(bytes.array(), 0, Double.BYTES * count);
      bytes.clear().asDoubleBuffer().get(numbers, from, count);
    }
  }
}
