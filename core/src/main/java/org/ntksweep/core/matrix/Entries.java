package org.ntksweep.core.matrix;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * The entries of a matrix, column by column, as the program reads and writes them between two
 * products. Row i of column j is at {@code j rows + i}.
 */
public interface Entries {

  /** Copies {@code count} entries from position {@code from} on to the start of {@code out}. */
  void get(int from, double[] out, int count);

  /** Copies the first {@code count} numbers of {@code in} to the positions from {@code from} on. */
  void put(int from, double[] in, int count);

  /** Entries that are doubles, the first of them at a position of the buffer. */
  static Entries of(DoubleBuffer buffer, int first) {
    return new Entries() {
      @Override
      public void get(int from, double[] out, int count) {
        buffer.get(first + from, out, 0, count);
      }

      @Override
      public void put(int from, double[] in, int count) {
        buffer.put(first + from, in, 0, count);
      }
    };
  }

  /** Entries that are floats, rounded as they are written. */
  static Entries of(FloatBuffer buffer, int first) {
    return new FloatEntries(buffer, first);
  }
}
