package org.ntksweep.core.estimate.bootstrap;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes doubles that are whole numbers below 2^53 in as few bytes each as the largest takes. */
public final class PackedIntegers {
  private PackedIntegers() {}

  /**
   * Writes all of {@code values}.
   *
   * @throws IOException as {@code out} does
   */
  public static void write(double[] values, DataOutput out) throws IOException {
    long magnitudes = 0;
    for (double value : values) {
      magnitudes |= (long) Math.abs(value);
    }
    // One more bit for the sign.
    int width = magnitudes == 0 ? 0 : (64 - Long.numberOfLeadingZeros(magnitudes)) / 8 + 1;
    byte[] bytes = new byte[width * values.length];
    int at = 0;
    for (double value : values) {
      for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
        bytes[at++] = (byte) ((long) value >> shift);
      }
    }
    out.writeByte(width);
    out.write(bytes);
  }

  /**
   * Fills {@code values}.
   *
   * @throws IOException if these are no such integers, or as {@code in} does
   */
  public static void read(double[] values, DataInput in) throws IOException {
    int width = in.readUnsignedByte();
    if (width > Long.BYTES) {
      throw new IOException("integers of " + width + " bytes: at most 8 are read");
    }
    byte[] bytes = new byte[width * values.length];
    in.readFully(bytes);
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      long value = width == 0 ? 0 : bytes[at] >> 7;
      for (int k = 0; k < width; k++) {
        value = (value << 8) | (bytes[at++] & 0xff);
      }
      values[i] = value;
    }
  }
}
