package org.ntksweep.core.matrix;

import java.nio.FloatBuffer;
import org.ntksweep.core.simd.Kernels;

/** Entries that are floats: copied in bulk, then widened, or narrowed and then copied. */
final class FloatEntries implements Entries {
  /** So many at a time: they stay in the nearest cache. */
  private static final int BLOCK = 512;

  private final Kernels kernels = Kernels.best();
  private final FloatBuffer buffer;
  private final int first;
  private final float[] block = new float[BLOCK];

  /** The entries from a position of the buffer on. */
  FloatEntries(FloatBuffer buffer, int first) {
    this.buffer = buffer;
    this.first = first;
  }

  @Override
  public void get(int from, double[] out, int count) {
    for (int done = 0; done < count; done += BLOCK) {
      int now = Math.min(BLOCK, count - done);
      buffer.get(first + from + done, block, 0, now);
      kernels.widen(block, out, done, now);
    }
  }

  @Override
  public void put(int from, double[] in, int count) {
    for (int done = 0; done < count; done += BLOCK) {
      int now = Math.min(BLOCK, count - done);
      kernels.narrow(in, done, block, now);
      buffer.put(first + from + done, block, 0, now);
    }
  }
}
