package org.ntksweep.core.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A number {@code mantissa * 2^exponent} beyond the range of a double. Every value has one form.
 *
 * @param mantissa of magnitude in [0.5, 1), or 0
 * @param exponent 0 if the mantissa is
 */
record ScaledNumber(double mantissa, int exponent) {
  static final ScaledNumber ZERO = new ScaledNumber(0, 0);

  /** The number {@code mantissa * 2^exponent}, for a mantissa that is zero or normal. */
  static ScaledNumber of(double mantissa, int exponent) {
    if (mantissa == 0) {
      return ZERO;
    }
    int shift = Math.getExponent(mantissa) + 1;
    return new ScaledNumber(Math.scalb(mantissa, -shift), exponent + shift);
  }

  /** {@code sample} as {@link SampleSeries#of} takes it, from itself or from its logarithm. */
  static ScaledNumber ofSample(double theta, double logAbsTheta) {
    int exponent = SampleSeries.exponent(theta, logAbsTheta);
    return of(SampleSeries.scaled(theta, logAbsTheta, exponent), exponent);
  }

  /** In units of {@code 2^unit}: infinite or zero where the range of a double ends. */
  double inUnitsOf(int unit) {
    return Math.scalb(mantissa, exponent - unit);
  }

  /** {@code log |x|}; negative infinity for 0. */
  double logAbs() {
    return StrictMath.log(Math.abs(mantissa)) + exponent * SampleSeries.LN_2;
  }

  /** The square root; NaN of a negative number. */
  ScaledNumber sqrt() {
    int odd = exponent & 1;
    return of(Math.sqrt(mantissa * (1 + odd)), (exponent - odd) / 2);
  }

  ScaledNumber abs() {
    return mantissa < 0 ? new ScaledNumber(-mantissa, exponent) : this;
  }

  boolean isBelow(ScaledNumber that) {
    if (exponent == that.exponent || mantissa * that.mantissa <= 0) {
      return mantissa < that.mantissa;
    }
    return mantissa < 0 ? exponent > that.exponent : exponent < that.exponent;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(mantissa);
    out.writeInt(exponent);
  }

  static ScaledNumber read(DataInput in) throws IOException {
    return of(in.readDouble(), in.readInt());
  }
}
