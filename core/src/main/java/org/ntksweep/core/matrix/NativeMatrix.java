package org.ntksweep.core.matrix;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A matrix outside the Java heap, stored column by column. Its memory is freed by {@link #close},
 * after which nothing made from it may be used. One thread at a time.
 */
public final class NativeMatrix implements AutoCloseable {
  /** A buffer of more bytes than an {@code int} counts cannot be seen from Java. */
  public static final int MAX_ENTRIES = Integer.MAX_VALUE / Double.BYTES;

  /** What holds the memory. */
  private final INDArray root;

  /** Where in it this matrix begins. */
  private final long offset;

  private final INDArray array;

  private NativeMatrix(INDArray root, long offset, INDArray array) {
    this.root = root;
    this.offset = offset;
    this.array = array;
  }

  /**
   * A matrix of zeros.
   *
   * @param rows at least 1
   * @param columns at least 1; at most {@link #MAX_ENTRIES} entries in all
   * @throws IllegalStateException if the native libraries cannot be loaded
   */
  public static NativeMatrix zeros(int rows, int columns, Precision precision) {
    if (rows < 1 || columns < 1 || (long) rows * columns > MAX_ENTRIES) {
      throw new IllegalArgumentException(
          rows + " x " + columns + ": must have between 1 and " + MAX_ENTRIES + " entries");
    }
    BackEnd.executioner();
    INDArray array = Nd4j.create(type(precision), new long[] {rows, columns}, 'f');
    return new NativeMatrix(array, 0, array);
  }

  private static DataType type(Precision precision) {
    return switch (precision) {
      case DOUBLE -> DataType.DOUBLE;
      case FLOAT -> DataType.FLOAT;
    };
  }

  /**
   * The first {@code rows * columns} entries as a matrix of that shape, in the same memory. Only
   * the original is to be closed.
   */
  public NativeMatrix reshaped(int rows, int columns) {
    return reshaped(0, rows, columns);
  }

  /** The same of the entries from an offset on. */
  public NativeMatrix reshaped(long from, int rows, int columns) {
    if (from + (long) rows * columns > array.length()) {
      throw new IllegalArgumentException(
          rows + " x " + columns + ": more than the " + array.length() + " entries there are");
    }
    return new NativeMatrix(root, offset + from, view(from, rows, rows, columns));
  }

  /** Some of the columns as a matrix, in the same memory. */
  public NativeMatrix columns(int from, int count) {
    int apart = array.stride(1);
    long skipped = (long) from * apart;
    return new NativeMatrix(root, offset + skipped, view(skipped, apart, rows(), count));
  }

  /** The first rows as a matrix for products, in the same memory. */
  public NativeMatrix top(int rows) {
    return new NativeMatrix(root, offset, view(0, array.stride(1), rows, columns()));
  }

  /** Entries from a position on as an array of another shape, columns so far apart. */
  private INDArray view(long from, int apart, long... shape) {
    long[] strides = shape.length == 1 ? new long[] {1} : new long[] {1, apart};
    return Nd4j.create(root.data(), shape, strides, offset + from, 'f', root.dataType());
  }

  /** What its entries are. */
  public Precision precision() {
    return root.dataType() == DataType.DOUBLE ? Precision.DOUBLE : Precision.FLOAT;
  }

  /** Adds a multiple of another of the same shape, both without gaps between their columns. */
  public void add(double factor, NativeMatrix other) {
    Nd4j.getBlasWrapper().level1().axpy(array.length(), factor, other.array, array);
  }

  /** Sets every entry to 0. */
  public void clear() {
    array.assign(0);
  }

  /** The number of rows. */
  public int rows() {
    return (int) array.size(0);
  }

  /** The number of columns. */
  public int columns() {
    return (int) array.size(1);
  }

  /** The entries as the last product left them; good until the next one. */
  public Entries entries() {
    DataBuffer data = root.data();
    return data.dataType() == DataType.DOUBLE
        ? Entries.of(data.asNioDouble(), (int) offset)
        : Entries.of(data.asNioFloat(), (int) offset);
  }

  /** To be called after writing entries: a device with memory of its own has to fetch them. */
  public void changed() {
    // Writing through ND4J's own door notes that the copy on the host is the newer one.
    DataBuffer data = root.data();
    data.put(0, data.getDouble(0));
    // A product fetches its factors, not what it adds to or writes to a part of.
    Nd4j.getAffinityManager().ensureLocation(root, AffinityManager.Location.DEVICE);
  }

  INDArray array() {
    return array;
  }

  /** Column j as a vector in the same memory. */
  INDArray column(int j) {
    return view((long) j * array.stride(1), 0, rows());
  }

  @Override
  public void close() {
    root.close();
  }
}
