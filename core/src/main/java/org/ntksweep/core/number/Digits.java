package org.ntksweep.core.number;

/**
 * A number {@code m 2^e} cut into digits of radix 2^24 at absolute positions: digit p stands for
 * {@code d 2^(24 p)}, and all digits have the sign of the number. The cut depends on the number
 * alone. A 53-bit significand touches at most four neighbouring positions.
 *
 * <p>One instance is set to number after number.
 */
public final class Digits {
  /** The bits of a digit. */
  public static final int BITS = 24;

  /** How many digits a number has. */
  public static final int COUNT = 4;

  private static final long MASK = (1L << BITS) - 1;
  private static final long SIGNIFICAND = (1L << 52) - 1;

  private int position;
  private int leading;
  private long d0;
  private long d1;
  private long d2;
  private long d3;

  /**
   * Cuts {@code mantissa * 2^exponent}.
   *
   * @param mantissa a normal number
   */
  public void set(double mantissa, int exponent) {
    long bits = Double.doubleToRawLongBits(mantissa);
    long significand = (bits & SIGNIFICAND) | (1L << 52);
    int lowest = (int) ((bits >>> 52) & 0x7ff) - 1075 + exponent;
    position = Math.floorDiv(lowest, BITS);
    int shift = lowest - BITS * position;
    leading = position + (shift + 52) / BITS;
    long sign = bits >> 63;
    long upper = significand >>> (BITS - shift);
    d0 = withSign((significand << shift) & MASK, sign);
    d1 = withSign(upper & MASK, sign);
    d2 = withSign((upper >>> BITS) & MASK, sign);
    d3 = withSign(upper >>> (2 * BITS), sign);
  }

  private static long withSign(long digit, long sign) {
    return (digit ^ sign) - sign;
  }

  /** The position of digit 0. */
  public int position() {
    return position;
  }

  /** The position of the first digit that is not zero. */
  public int leading() {
    return leading;
  }

  /** The digit at {@code position() + i}. */
  public long at(int i) {
    return switch (i) {
      case 0 -> d0;
      case 1 -> d1;
      case 2 -> d2;
      default -> d3;
    };
  }

  /** Adds the four digits to {@code sums[from]} and those that follow. */
  public void addTo(long[] sums, int from) {
    sums[from] += d0;
    sums[from + 1] += d1;
    sums[from + 2] += d2;
    sums[from + 3] += d3;
  }
}
