package org.ntksweep.core.number;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of numbers {@code m 2^e} of any exponent that does not depend on their order, nor on how
 * partial sums were merged: 121 bits or more from the leading bit of the largest term downwards are
 * kept, in whole digits, and what lies below is cut off term by term.
 *
 * <p>Why the order does not matter: {@link Digits} cuts a term by a rule that knows the term alone,
 * and digits of equal position are added up as integers, without carries. At the end exactly the
 * positions within six of the highest leading position of any term are kept. A position kept at the
 * end was within six of the highest at all times before, so none of its digits was ever dropped.
 *
 * <p>Up to 2^39 terms. The error of each is below 2^-120 of the largest; terms within a factor 2^67
 * of it have none.
 */
public final class ExactSum {
  private static final int KEPT = 6;

  /** Where digits below the kept ones land, to be forgotten. */
  private static final int BELOW = Digits.COUNT;

  private static final int NO_TERM = Integer.MIN_VALUE / 2;

  /** The sum of digits at position p stands at {@code p - top + LAST}. */
  private static final int LAST = BELOW + KEPT - 1;

  /** One place more, where the fourth digit of a term that has three adds its zero. */
  private final long[] sums = new long[LAST + 2];

  private final Digits digits = new Digits();
  private int top = NO_TERM;

  /** Adds {@code mantissa * 2^exponent}; the mantissa must be zero or a normal number. */
  public void add(double mantissa, int exponent) {
    if (mantissa != 0) {
      digits.set(mantissa, exponent);
      raise(digits.leading());
      digits.addTo(sums, Math.max(0, digits.position() - top + LAST));
    }
  }

  /** Adds {@code a b 2^exponent} exactly, for factors in [2^-400, 2^400] or zero. */
  public void addProduct(double a, double b, int exponent) {
    double rounded = a * b;
    add(rounded, exponent);
    add(Math.fma(a, b, -rounded), exponent);
  }

  /** Adds all terms of another sum. */
  public void add(ExactSum that) {
    raise(that.top);
    int down = top - that.top;
    for (int i = BELOW + Math.min(KEPT, down); i <= LAST; i++) {
      sums[i - down] += that.sums[i];
    }
  }

  private void raise(int leading) {
    if (leading > top) {
      int down = Math.min(leading - top, sums.length);
      System.arraycopy(sums, down, sums, 0, sums.length - down);
      Arrays.fill(sums, sums.length - down, sums.length, 0);
      top = leading;
    }
  }

  /** Makes it the sum of no terms. */
  public void clear() {
    Arrays.fill(sums, 0);
    top = NO_TERM;
  }

  /** The sum, within an ulp of a double. */
  public ScaledNumber rounded() {
    long[] normal = new long[KEPT + 2];
    carry(normal, 1);
    if (normal[KEPT + 1] < 0) {
      carry(normal, -1);
      return ScaledNumber.of(-value(normal), exponentOfTop());
    }
    return ScaledNumber.of(value(normal), exponentOfTop());
  }

  /** Writes the sum times {@code sign} in digits of which only the last may be negative. */
  private void carry(long[] normal, int sign) {
    long carried = 0;
    for (int i = 0; i < KEPT; i++) {
      carried += sign * sums[BELOW + i];
      normal[i] = carried & ((1L << Digits.BITS) - 1);
      carried >>= Digits.BITS;
    }
    normal[KEPT] = carried & ((1L << Digits.BITS) - 1);
    normal[KEPT + 1] = carried >> Digits.BITS;
  }

  /** The value of carried digits in units of the digit at the top. */
  private static double value(long[] normal) {
    double value = 0;
    for (long digit : normal) {
      value = value * 0x1p-24 + digit;
    }
    return value * 0x1p48;
  }

  private int exponentOfTop() {
    return top == NO_TERM ? 0 : Digits.BITS * top;
  }

  /** All that is kept of the sum. */
  public Dyadic exact() {
    BigInteger value = BigInteger.ZERO;
    for (int i = LAST; i >= BELOW; i--) {
      value = value.shiftLeft(Digits.BITS).add(BigInteger.valueOf(sums[i]));
    }
    return new Dyadic(value, exponentOfTop() - Digits.BITS * (KEPT - 1));
  }

  /**
   * Writes a form of fixed length that {@link #read} understands: equal sums, equal bytes.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeInt(top);
    for (int i = BELOW; i <= LAST; i++) {
      out.writeLong(sums[i]);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException as {@code in} does
   */
  public static ExactSum read(DataInput in) throws IOException {
    ExactSum read = new ExactSum();
    read.top = in.readInt();
    for (int i = BELOW; i <= LAST; i++) {
      read.sums[i] = in.readLong();
    }
    return read;
  }
}
