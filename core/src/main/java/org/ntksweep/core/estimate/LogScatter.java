package org.ntksweep.core.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The variance of {@code log |t|} over samples that are not 0: it sees a heavy tail coming, of
 * which samples need not have any yet. Logarithms are rounded to 1/256 and cut off at a million, so
 * that their sums are exact and do not depend on the order.
 */
public final class LogScatter {
  private static final double UNITS = 256;
  private static final long LARGEST = 1L << 28;
  private static final double TWO_64 = 0x1p64;

  private long size;
  private long zeros;
  private long sum;

  /** The sum of squares, {@code high 2^64 + low}, low unsigned. */
  private long high;

  private long low;

  /** Adds a sample by its logarithm, negative infinity for 0. */
  public void add(double logAbs) {
    if (logAbs == Double.NEGATIVE_INFINITY) {
      zeros++;
      return;
    }
    long x = Math.max(-LARGEST, Math.min(LARGEST, Math.round(logAbs * UNITS)));
    size++;
    sum += x;
    addSquares(0, x * x);
  }

  /** Adds all samples of another. */
  public void add(LogScatter that) {
    size += that.size;
    zeros += that.zeros;
    sum += that.sum;
    addSquares(that.high, that.low);
  }

  private void addSquares(long moreHigh, long moreLow) {
    low += moreLow;
    high += moreHigh + (Long.compareUnsigned(low, moreLow) < 0 ? 1 : 0);
  }

  /** Forgets all samples. */
  public void clear() {
    size = 0;
    zeros = 0;
    sum = 0;
    high = 0;
    low = 0;
  }

  /** The unbiased variance; 0 of fewer than two samples. */
  public double variance() {
    if (size < 2) {
      return 0;
    }
    double mean = (double) sum / size;
    double squares = high * TWO_64 + (low >>> 1) * 2.0;
    double scatter = (squares / size - mean * mean) * size / (size - 1);
    return Math.max(0, scatter) / (UNITS * UNITS);
  }

  /** The share of samples that are not 0; 1 of no sample. */
  public double shareNotZero() {
    return zeros == 0 ? 1 : (double) size / (size + zeros);
  }

  /**
   * Writes what {@link #read} understands.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeLong(size);
    out.writeLong(zeros);
    out.writeLong(sum);
    out.writeLong(high);
    out.writeLong(low);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException as {@code in} does
   */
  public static LogScatter read(DataInput in) throws IOException {
    LogScatter read = new LogScatter();
    read.size = in.readLong();
    read.zeros = in.readLong();
    read.sum = in.readLong();
    read.high = in.readLong();
    read.low = in.readLong();
    return read;
  }
}
