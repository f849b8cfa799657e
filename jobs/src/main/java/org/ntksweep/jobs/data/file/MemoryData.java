package org.ntksweep.jobs.data.file;

import java.util.List;
import java.util.function.Supplier;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.LabelledData;

/** Examples read row by row. */
final class MemoryData implements LabelledData {
  private final List<Row> rows;
  private final int dimension;

  /**
   * An example.
   *
   * @param label its label
   * @param bytes what is kept of it
   * @param input its input, which may have to be decoded
   */
  record Row(double label, long bytes, Supplier<double[]> input) {
    /** An example of these numbers. */
    static Row of(double label, double[] input) {
      return new Row(label, (long) Double.BYTES * input.length, () -> input);
    }
  }

  /**
   * Examples in their order.
   *
   * @throws DataException if there is none, or the first has no input or cannot be decoded
   */
  MemoryData(List<Row> rows) {
    if (rows.isEmpty()) {
      throw new DataException("has no examples");
    }
    this.rows = rows;
    dimension = rows.get(0).input().get().length;
    if (dimension == 0) {
      throw new DataException("has inputs of no numbers");
    }
  }

  @Override
  public int count() {
    return rows.size();
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public double label(int i) {
    return rows.get(i).label();
  }

  @Override
  public void input(int i, double[] out) {
    double[] input = rows.get(i).input().get();
    if (input.length != dimension) {
      throw new DataException(
          "example " + i + ": has " + input.length + " numbers, the first one " + dimension);
    }
    System.arraycopy(input, 0, out, 0, dimension);
  }
}
