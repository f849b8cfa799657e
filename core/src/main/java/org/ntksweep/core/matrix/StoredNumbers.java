package org.ntksweep.core.matrix;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays of numbers as big-endian bytes, many at a time. */
public final class StoredNumbers {
  private static final int CHUNK = 4096;

  private StoredNumbers() {}

  /**
   * Writes the first {@code n}.
   *
   * @throws IOException as {@code out} does
   */
  public static void write(DataOutput out, double[] numbers, int n) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * Math.min(n, CHUNK));
    for (int from = 0; from < n; from += CHUNK) {
      int count = Math.min(CHUNK, n - from);
      bytes.clear().asDoubleBuffer().put(numbers, from, count);
      out.write(bytes.array(), 0, Double.BYTES * count);
    }
  }

  /**
   * Reads the first {@code n}.
   *
   * @throws IOException as {@code in} does
   */
  public static void read(DataInput in, double[] numbers, int n) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * Math.min(n, CHUNK));
    for (int from = 0; from < n; from += CHUNK) {
      int count = Math.min(CHUNK, n - from);
      in.readFully(bytes.array(), 0, Double.BYTES * count);
      bytes.clear().asDoubleBuffer().get(numbers, from, count);
    }
  }

  /**
   * Writes a vector, whatever its precision.
   *
   * @throws IOException as {@code out} does
   */
  public static void write(DataOutput out, NativeMatrix vector) throws IOException {
    Entries entries = vector.entries();
    double[] some = new double[Math.min(vector.rows(), CHUNK)];
    for (int from = 0; from < vector.rows(); from += CHUNK) {
      int count = Math.min(CHUNK, vector.rows() - from);
      entries.get(from, some, count);
      write(out, some, count);
    }
  }

  /**
   * Reads a vector.
   *
   * @throws IOException as {@code in} does
   */
  public static void read(DataInput in, NativeMatrix vector) throws IOException {
    Entries entries = vector.entries();
    double[] some = new double[Math.min(vector.rows(), CHUNK)];
    for (int from = 0; from < vector.rows(); from += CHUNK) {
      int count = Math.min(CHUNK, vector.rows() - from);
      read(in, some, count);
      entries.put(from, some, count);
    }
    vector.changed();
  }
}
