package org.ntksweep.core.matrix;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A matrix outside the Java heap, stored column by column. Its memory is freed by {@link #close},
 * after which nothing made from it may be used. One thread at a time.
 */
public final class NativeMatrix implements AutoCloseable {
  /** A buffer of more bytes than an {@code int} counts cannot be seen from Java. */
  public static final int MAX_ENTRIES = Integer.MAX_VALUE / Double.BYTES;

  private final INDArray array;

  private NativeMatrix(INDArray array) {
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
    return new NativeMatrix(Nd4j.create(type(precision), new long[] {rows, columns}, 'f'));
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
    if ((long) rows * columns > array.length()) {
      throw new IllegalArgumentException(
          rows + " x " + columns + ": more than the " + array.length() + " entries there are");
    }
    return new NativeMatrix(view(0, rows, columns));
  }

  /** Entries from an offset on as an array of another shape, column by column. */
  private INDArray view(long offset, long... shape) {
    long[] strides = shape.length == 1 ? new long[] {1} : new long[] {1, shape[0]};
    return Nd4j.create(array.data(), shape, strides, offset, 'f', array.dataType());
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
    DataBuffer data = array.data();
    return data.dataType() == DataType.DOUBLE
        ? Entries.of(data.asNioDouble())
        : Entries.of(data.asNioFloat());
  }

  /** To be called after writing entries: a device with memory of its own has to fetch them. */
  public void changed() {
    // Writing through ND4J's own door notes that the copy on the host is the newer one.
    DataBuffer data = array.data();
    data.put(0, data.getDouble(0));
  }

  INDArray array() {
    return array;
  }

  /** Column j as a vector in the same memory. */
  INDArray column(int j) {
    return view((long) j * rows(), rows());
  }

  @Override
  public void close() {
    array.close();
  }
}
