package org.ntksweep.core.matrix;

import java.nio.FloatBuffer;

/** Entries that are floats: copied in bulk, then widened, or narrowed and then copied. */
final class FloatEntries implements Entries {
  /** So many at a time: they stay in the nearest cache. */
  private static final int BLOCK = 512;

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
      for (int i = 0; i < now; i++) {
        out[done + i] = block[i];
      }
    }
  }

  @Override
  public void put(int from, double[] in, int count) {
    for (int done = 0; done < count; done += BLOCK) {
      int now = Math.min(BLOCK, count - done);
      for (int i = 0; i < now; i++) {
        block[i] = (float) in[done + i];
      }
      buffer.put(first + from + done, block, 0, now);
    }
  }
}
