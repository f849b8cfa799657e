package org.ntksweep.jobs.data.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ntksweep.core.data.DataException;

/**
 * An array as NumPy saves it (NEP 1): magic, version, a header that is a Python dictionary, the
 * numbers.
 */
final class NpyArray {
  private static final String MAGIC = "\u0093NUMPY";
  private static final int LONGEST_HEADER = 1 << 20;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{(?=.*'descr': '([<>|=])([a-zA-Z]\\d+)')(?=.*'fortran_order': (True|False))"
              + "(?=.*'shape': \\(([\\d, L]*)\\)).*\\}\\s*",
          Pattern.DOTALL);

  private final NpyType type;
  private final int[] shape;
  private final int itemSize;
  private final boolean firstIndexFastest;
  private final boolean ofBytes;
  private final ByteBuffer numbers;

  private NpyArray(Matcher header, InputStream in) throws IOException {
    ofBytes = header.group(2).equals("u1");
    type = NpyType.of(header.group(2));
    firstIndexFastest = header.group(3).equals("True");
    shape =
        Stream.of(header.group(4).split("[, L]+"))
            .filter(n -> !n.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    itemSize = Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
    long bytes = type.bytes();
    for (int n : shape) {
      bytes = Math.multiplyExact(bytes, (long) n);
    }
    numbers = ByteBuffer.wrap(exactly(in, bytes)).order(order(header.group(1)));
  }

  private static ByteOrder order(String mark) {
    return mark.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /**
   * Reads an array to the end of a stream; does not close it.
   *
   * @throws DataException if it is none, or not of numbers
   * @throws IOException if reading fails
   */
  static NpyArray read(InputStream in) throws IOException {
    try {
      byte[] head = exactly(in, MAGIC.length() + 2);
      if (!new String(head, StandardCharsets.ISO_8859_1).startsWith(MAGIC)) {
        throw new DataException("is no array of NumPy");
      }
      int digits = head[MAGIC.length()] == 1 ? 2 : 4;
      ByteBuffer length = ByteBuffer.wrap(Arrays.copyOf(exactly(in, digits), 4));
      int bytes = length.order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (bytes < 0 || bytes > LONGEST_HEADER) {
        throw new DataException("has a header of " + bytes + " bytes: is damaged");
      }
      String text = new String(exactly(in, bytes), StandardCharsets.UTF_8);
      Matcher header = HEADER.matcher(text);
      if (!header.matches()) {
        throw new DataException("is no array of numbers");
      }
      return new NpyArray(header, in);
    } catch (EOFException | ArithmeticException | NumberFormatException e) {
      throw new DataException("is damaged or ends early");
    }
  }

  private static byte[] exactly(InputStream in, long count) throws IOException {
    if (count > Integer.MAX_VALUE - 8) {
      throw new DataException("is of " + count + " bytes: must be below 2 GiB");
    }
    byte[] bytes = in.readNBytes((int) count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  /** The first dimension: how many items there are. */
  int count() {
    return shape.length == 0 ? 0 : shape[0];
  }

  /** The number of numbers of an item. */
  int itemSize() {
    return itemSize;
  }

  /** Whether its numbers are bytes from 0 to 255, as pixels are. */
  boolean isOfBytes() {
    return ofBytes;
  }

  /** Number k of item i, the last index fastest. */
  double at(int i, int k) {
    int place = firstIndexFastest ? reversed(i, k) : i * itemSize + k;
    return type.reader().at(numbers, place * type.bytes());
  }

  private int reversed(int i, int k) {
    int place = i;
    int rest = k;
    int stride = numbers.limit() / type.bytes();
    for (int axis = shape.length - 1; axis > 0; axis--) {
      stride /= shape[axis];
      place += rest % shape[axis] * stride;
      rest /= shape[axis];
    }
    return place;
  }
}
