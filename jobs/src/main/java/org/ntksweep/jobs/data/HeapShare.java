package org.ntksweep.jobs.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ntksweep.core.data.DataException;

/**
 * What there is of the heap for examples: those of files may hold far more than they weigh, and a
 * few words ask for any number of those that are made.
 */
public final class HeapShare {
  /** What an example takes beside its numbers. */
  public static final long OF_EXAMPLE = 100;

  private final long all;
  private long left;

  private HeapShare(long all) {
    this.all = all;
    left = all;
  }

  /** Half of the heap: what is chosen of the examples takes its own. */
  public static HeapShare half() {
    return of(Runtime.getRuntime().maxMemory() / 2);
  }

  /** So many bytes. */
  public static HeapShare of(long bytes) {
    return new HeapShare(bytes);
  }

  /** The bytes of an example of so many numbers. */
  static double ofExample(double numbers) {
    return OF_EXAMPLE + Double.BYTES * numbers;
  }

  /**
   * Takes some.
   *
   * @throws DataException if there is not as much
   */
  public void take(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw tooLarge();
    }
  }

  /** Whether there is as much. */
  public boolean has(double bytes) {
    return bytes <= left;
  }

  /** What is said of examples that take more than there is. */
  public DataException tooLarge() {
    return new DataException(
        "takes more memory than the "
            + (all >> 20)
            + " MiB there are for examples; -Xmx8g in NTKSWEEP_JAVA_OPTS or --driver-memory 8g"
            + " gives more");
  }

  /** A stream of which every byte takes one. */
  public InputStream bounded(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        take(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        take(Math.max(0, read));
        return read;
      }
    };
  }
}
