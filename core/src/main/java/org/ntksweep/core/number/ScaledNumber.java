package org.ntksweep.core.number;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A number {@code mantissa 2^exponent} far beyond the range of a double, with the precision of one:
 * every operation rounds as that of doubles does. A number has one form, so that equal numbers are
 * equal records.
 *
 * <p>What is not a number or infinite keeps its mantissa and the exponent 0; sums and comparisons
 * are defined for finite numbers alone.
 *
 * @param mantissa of magnitude in [0.5, 1), or 0
 * @param exponent a power of two, 0 if the mantissa is; of magnitude below 2^30
 */
public record ScaledNumber(double mantissa, int exponent) {
  /** The number 0. */
  public static final ScaledNumber ZERO = new ScaledNumber(0, 0);

  /** The number 1. */
  public static final ScaledNumber ONE = of(1);

  private static final long EXPONENT_BITS = 0x7ffL << 52;
  private static final long BITS_OF_HALF = 1022L << 52;

  /** Adding something smaller by so many powers of two changes nothing. */
  private static final int NEGLIGIBLE = 100;

  /** A double as it is. */
  public static ScaledNumber of(double value) {
    return of(value, 0);
  }

  /** The number {@code value * 2^exponent}. */
  public static ScaledNumber of(double value, int exponent) {
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> 52) & 0x7ff;
    if (biased == 0 || biased == 0x7ff) {
      return ofUnusual(value, exponent);
    }
    double mantissa = Double.longBitsToDouble((bits & ~EXPONENT_BITS) | BITS_OF_HALF);
    return new ScaledNumber(mantissa, exponent + biased - 1022);
  }

  private static ScaledNumber ofUnusual(double value, int exponent) {
    if (value == 0) {
      return ZERO;
    }
    boolean subnormal = Math.abs(value) < 1;
    return subnormal ? of(value * 0x1p54, exponent - 54) : new ScaledNumber(value, 0);
  }

  /**
   * {@code e^x} to the digits that x has, which are fewer the larger it is.
   *
   * @param x finite, or negative infinity for 0
   */
  public static ScaledNumber exp(double x) {
    if (x == Double.NEGATIVE_INFINITY) {
      return ZERO;
    }
    int n = (int) Math.rint(x * Elementary.LOG2_E);
    double rest = Math.fma(n, -Elementary.LN_2_LOW, Math.fma(n, -Elementary.LN_2_HIGH, x));
    return of(Elementary.exp(rest), n);
  }

  /** The sum. */
  public ScaledNumber plus(ScaledNumber that) {
    if (mantissa == 0 || that.mantissa == 0) {
      return mantissa == 0 ? that : this;
    }
    return exponent >= that.exponent ? plusLower(that) : that.plusLower(this);
  }

  private ScaledNumber plusLower(ScaledNumber that) {
    int down = exponent - that.exponent;
    if (down > NEGLIGIBLE) {
      return this;
    }
    double unit = Double.longBitsToDouble((1023L - down) << 52);
    return of(mantissa + that.mantissa * unit, exponent);
  }

  /** The product. */
  public ScaledNumber times(ScaledNumber that) {
    return of(mantissa * that.mantissa, exponent + that.exponent);
  }

  /** The product with a factor of magnitude below 1e300. */
  public ScaledNumber times(double factor) {
    return of(mantissa * factor, exponent);
  }

  /** The quotient by a number that is not 0. */
  public ScaledNumber over(ScaledNumber that) {
    return of(mantissa / that.mantissa, exponent - that.exponent);
  }

  /** The quotient by a divisor of magnitude between 1e-300 and 1e300. */
  public ScaledNumber over(double divisor) {
    return of(mantissa / divisor, exponent);
  }

  /** The quotient as a double: infinite, 0 or not a number as for doubles. */
  public double dividedBy(ScaledNumber that) {
    return Math.scalb(mantissa / that.mantissa, exponent - that.exponent);
  }

  /** The square root; not a number for a negative one. */
  public ScaledNumber sqrt() {
    int odd = exponent & 1;
    return of(Math.sqrt(mantissa * (1 + odd)), (exponent - odd) / 2);
  }

  /** The magnitude. */
  public ScaledNumber abs() {
    return mantissa < 0 ? negated() : this;
  }

  /** The number with the other sign. */
  public ScaledNumber negated() {
    return mantissa == 0 ? this : new ScaledNumber(-mantissa, exponent);
  }

  /** Whether this is 0. */
  public boolean isZero() {
    return mantissa == 0;
  }

  /** Whether this is the smaller of the two. */
  public boolean isBelow(ScaledNumber that) {
    if (exponent == that.exponent || mantissa * that.mantissa <= 0) {
      return mantissa < that.mantissa;
    }
    return mantissa < 0 ? exponent > that.exponent : exponent < that.exponent;
  }

  /** As a double: infinite or 0 where the range ends. */
  public double value() {
    return inUnitsOf(0);
  }

  /** As a double in units of {@code 2^unit}: infinite or 0 where the range ends. */
  public double inUnitsOf(int unit) {
    return Math.scalb(mantissa, exponent - unit);
  }

  /** The natural logarithm of the magnitude, within 1 ulp; negative infinity for 0. */
  public double logAbs() {
    return Elementary.log(Math.abs(mantissa), exponent);
  }

  /**
   * Writes 12 bytes that {@link #read} understands.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeDouble(mantissa);
    out.writeInt(exponent);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException as {@code in} does
   */
  public static ScaledNumber read(DataInput in) throws IOException {
    return of(in.readDouble(), in.readInt());
  }
}
