package org.ntksweep.core.random;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.ntksweep.core.simd.Kernels;

/**
 * A stream of random numbers named by three words, say (seed, point, sample). Its content is a
 * function of the name alone: nobody hands streams out, and any of them can be had anywhere, in any
 * order.
 *
 * <p>Behind it run eight xoshiro256++ generators (Blackman and Vigna 2021) side by side, their
 * states hashed from the name. A bulk draw takes whole rows of eight numbers, so its bits do not
 * depend on the width of registers.
 *
 * <p>Not safe for use by several threads. {@link #reset} makes an instance serve any number of
 * streams in turn.
 */
public final class RandomStream {
  private static final int LANES = Kernels.STREAM_LANES;
  private static final double UNIT = 0x1p-53;

  private final Kernels kernels;
  private final long[] state = new long[4 * LANES];
  private final long[] row = new long[LANES];
  private final ChiSquare chiSquare = new ChiSquare();
  private final int[] open = new int[Ziggurat.CHUNK];
  private int rowUsed = LANES;
  private long[] bits = new long[64];

  /** A stream named (0, 0, 0), on the fastest kernels. */
  public RandomStream() {
    this(Kernels.best());
  }

  /** A stream named (0, 0, 0), on the given kernels; the choice does not show in the numbers. */
  public RandomStream(Kernels kernels) {
    this.kernels = kernels;
    reset(0, 0, 0);
  }

  /** Turns to the beginning of the stream of that name. */
  public void reset(long seed, long stream, long index) {
    reset(StreamHash.mix(seed, stream, index), StreamHash.mix(~seed, stream, index));
  }

  /**
   * Turns to the beginning of one part of the stream of that name: parts are streams of their own.
   */
  public void reset(long seed, long stream, long index, long part) {
    long a = StreamHash.mix(seed, stream, index);
    long b = StreamHash.mix(~seed, stream, index);
    reset(StreamHash.mix(a, b, part), StreamHash.mix(~a, b, part));
  }

  private void reset(long a, long b) {
    for (int i = 0; i < state.length; i++) {
      state[i] = StreamHash.word(a, b, i);
    }
    rowUsed = LANES;
  }

  /**
   * Fills {@code out} with uniformly distributed 64-bit words.
   *
   * @param out at least {@code count} long, rounded up to a multiple of 8
   * @param count how many are wanted; whole rows of 8 are drawn
   */
  public void fillBits(long[] out, int count) {
    kernels.xoshiro(state, out, rows(count));
  }

  /** As {@link #fillBits}, into work space of the stream, which any later draw may overwrite. */
  public long[] bits(int count) {
    int needed = LANES * rows(count);
    if (bits.length < needed) {
      bits = new long[Math.max(needed, 2 * bits.length)];
    }
    kernels.xoshiro(state, bits, rows(count));
    return bits;
  }

  /** Work space of the normal numbers: which of a chunk are still to be finished. */
  int[] openSlots() {
    return open;
  }

  private static int rows(int count) {
    return (count + LANES - 1) / LANES;
  }

  /** One uniformly distributed word; for the rare draw that is not made in bulk. */
  public long nextLong() {
    if (rowUsed == LANES) {
      kernels.xoshiro(state, row, 1);
      rowUsed = 0;
    }
    return row[rowUsed++];
  }

  /** One number uniform on the multiples of 2^-53 in [0, 1). */
  public double nextDouble() {
    return unit(nextLong());
  }

  /** One number uniform on the multiples of 2^-53 in (0, 1], of which a logarithm is finite. */
  double nextPositive() {
    return ((nextLong() >>> 11) + 1) * UNIT;
  }

  /** The number in [0, 1) that the upper 53 bits of a word stand for. */
  public static double unit(long word) {
    return (word >>> 11) * UNIT;
  }

  /** Fills {@code out[from] ... out[from + count - 1]} with independent standard normal numbers. */
  public void fillGaussian(double[] out, int from, int count) {
    Ziggurat.fill(this, out, from, count);
  }

  /**
   * Fills {@code out[from] ... out[from + count - 1]} with independent numbers uniform on (-1, 1):
   * the odd multiples of 2^-53.
   */
  public void fillUniform(double[] out, int from, int count) {
    long[] words = bits(count);
    for (int i = 0; i < count; i++) {
      out[from + i] = ((words[i] >> 11) + 0.5) * (2 * UNIT);
    }
  }

  /**
   * Fills {@code out[0] ... out[count - 1]} with independent chi-square numbers.
   *
   * @param degrees the degrees of freedom of each, at least 0; 0 gives 0
   */
  public void fillChiSquare(int[] degrees, double[] out, int count) {
    chiSquare.fill(this, degrees, out, count);
  }

  /**
   * About how much of the Java heap a stream takes, in bytes.
   *
   * @param count the most numbers drawn at a time
   * @param degrees the most degrees of freedom of a chi-square number
   */
  public static long heapBytes(int count, int degrees) {
    return ChiSquare.heapBytes(degrees) + 3L * Double.BYTES * count + 2000;
  }

  /**
   * Writes where it is.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    for (long word : state) {
      out.writeLong(word);
    }
    for (long word : row) {
      out.writeLong(word);
    }
    out.writeInt(rowUsed);
  }

  /**
   * Turns to where the stream was that {@link #write} was called of.
   *
   * @throws IOException as {@code in} does
   */
  public void read(DataInput in) throws IOException {
    for (int i = 0; i < state.length; i++) {
      state[i] = in.readLong();
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = in.readLong();
    }
    rowUsed = in.readInt();
  }

  /**
   * The raw states, word w of lane i at {@code 8 w + i}: what a reference generator must start
   * from.
   */
  long[] stateForTesting() {
    return Arrays.copyOf(state, state.length);
  }
}
