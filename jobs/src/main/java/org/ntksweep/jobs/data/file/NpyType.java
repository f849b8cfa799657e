package org.ntksweep.jobs.data.file;

import java.nio.ByteBuffer;
import java.util.Map;
import org.ntksweep.core.data.DataException;

/**
 * The type of the numbers of an array of NumPy.
 *
 * @param bytes of a number
 * @param reader reads the number at an index in bytes
 */
record NpyType(int bytes, Reader reader) {
  private static final double TWO_64 = 0x1p64;

  /** Reads a number. */
  interface Reader {
    double at(ByteBuffer numbers, int index);
  }

  private static final Map<String, NpyType> TYPES =
      Map.ofEntries(
          Map.entry("u1", new NpyType(1, (b, i) -> b.get(i) & 0xff)),
          Map.entry("b1", new NpyType(1, (b, i) -> b.get(i))),
          Map.entry("i1", new NpyType(1, (b, i) -> b.get(i))),
          Map.entry("u2", new NpyType(2, (b, i) -> b.getShort(i) & 0xffff)),
          Map.entry("i2", new NpyType(2, ByteBuffer::getShort)),
          Map.entry("u4", new NpyType(4, (b, i) -> b.getInt(i) & 0xffffffffL)),
          Map.entry("i4", new NpyType(4, ByteBuffer::getInt)),
          Map.entry("u8", new NpyType(8, (b, i) -> unsigned(b.getLong(i)))),
          Map.entry("i8", new NpyType(8, ByteBuffer::getLong)),
          Map.entry("f4", new NpyType(4, ByteBuffer::getFloat)),
          Map.entry("f8", new NpyType(8, ByteBuffer::getDouble)));

  /**
   * The type of this name, without its order of bytes.
   *
   * @throws DataException if it is none of numbers, or of one that is not known
   */
  static NpyType of(String name) {
    NpyType type = TYPES.get(name);
    if (type == null) {
      throw new DataException("has the type " + name + ": must be u1 to u8, i1 to i8, f4 or f8");
    }
    return type;
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : bits + TWO_64;
  }
}
