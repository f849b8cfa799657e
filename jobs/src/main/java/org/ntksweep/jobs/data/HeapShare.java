package org.ntksweep.jobs.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ntksweep.core.data.DataException;

/** What there is of the heap for the examples of files, which may hold far more than they weigh. */
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
