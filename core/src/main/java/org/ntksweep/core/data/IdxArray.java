package org.ntksweep.core.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An array in IDX, the format in which LeCun, Cortes and Burges published MNIST: two zero bytes, a
 * type, the number of dimensions, each of them, then the numbers, last index fastest, all of it big
 * endian.
 */
final class IdxArray {
  /** The number of dimensions a file may name. */
  private static final int MAX_DIMENSIONS = 8;

  private final IdxType type;
  private final int[] shape;
  private final int itemSize;
  private final ByteBuffer numbers;

  private IdxArray(IdxType type, int[] shape, ByteBuffer numbers) {
    this.type = type;
    this.shape = shape;
    itemSize = Arrays.stream(shape, 1, shape.length).reduce(1, (a, b) -> a * b);
    this.numbers = numbers;
  }

  /**
   * Reads a whole stream, compressed by gzip or not; does not close it.
   *
   * @throws DataException if it is not an array in IDX, and nothing else
   * @throws IOException if reading fails
   */
  static IdxArray read(InputStream stream) throws IOException {
    try {
      DataInputStream in = new DataInputStream(inflated(new BufferedInputStream(stream)));
      IdxType type = type(in);
      int[] shape = shape(in);
      long bytes = type.bytes();
      for (int n : shape) {
        bytes = Math.multiplyExact(bytes, (long) n);
      }
      return new IdxArray(type, shape, ByteBuffer.wrap(numbers(in, bytes)));
    } catch (EOFException | ZipException | ArithmeticException e) {
      throw new DataException("not a whole file of IDX: it ends early or is damaged");
    }
  }

  private static InputStream inflated(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }

  private static IdxType type(DataInputStream in) throws IOException {
    if (in.readUnsignedShort() != 0) {
      throw new DataException("not a file of IDX: it does not begin with two zero bytes");
    }
    return IdxType.of(in.readUnsignedByte());
  }

  private static int[] shape(DataInputStream in) throws IOException {
    int dimensions = in.readUnsignedByte();
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new DataException("IDX of " + dimensions + " dimensions: must be 1 to 8");
    }
    int[] shape = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      shape[i] = in.readInt();
      if (shape[i] < 1) {
        throw new DataException("IDX with a dimension of " + shape[i] + ": must be at least 1");
      }
    }
    return shape;
  }

  /** Memory grows with what the stream holds, not with what its head says. */
  private static byte[] numbers(DataInputStream in, long bytes) throws IOException {
    if (bytes > Integer.MAX_VALUE - 8) {
      throw new DataException("IDX of " + bytes + " bytes: must be below 2 GiB");
    }
    byte[] numbers = in.readNBytes((int) bytes);
    if (numbers.length < bytes) {
      throw new DataException("IDX that ends after " + numbers.length + " of " + bytes + " bytes");
    }
    if (in.read() >= 0) {
      throw new DataException("IDX that goes on after its " + bytes + " bytes");
    }
    return numbers;
  }

  /** The first dimension: how many items there are. */
  int count() {
    return shape[0];
  }

  /** The number of numbers of an item: the product of the other dimensions. */
  int itemSize() {
    return itemSize;
  }

  /** Whether its numbers are bytes from 0 to 255, as pixels are. */
  boolean isOfBytes() {
    return type == IdxType.UNSIGNED_BYTE;
  }

  /** Number k of item i. */
  double at(int i, int k) {
    return type.at(numbers, i * itemSize + k);
  }
}
