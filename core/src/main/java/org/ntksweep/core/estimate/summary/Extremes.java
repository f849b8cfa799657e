package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.ntksweep.core.number.ScaledNumber;

/** The least and the greatest of some numbers. */
final class Extremes {
  private ScaledNumber least = ScaledNumber.ZERO;
  private ScaledNumber greatest = ScaledNumber.ZERO;
  private boolean empty = true;

  // The same once more as the numbers came: most comparisons are of equal exponents.
  private double low;
  private double high;
  private int lowExponent;
  private int highExponent;

  void add(double mantissa, int exponent) {
    boolean inside =
        exponent == lowExponent
            && exponent == highExponent
            && mantissa >= low
            && mantissa <= high
            && !empty;
    if (!inside) {
      widen(ScaledNumber.of(mantissa, exponent), mantissa, exponent);
    }
  }

  private void widen(ScaledNumber number, double mantissa, int exponent) {
    if (empty || number.isBelow(least)) {
      least = number;
      low = mantissa;
      lowExponent = exponent;
    }
    if (empty || greatest.isBelow(number)) {
      greatest = number;
      high = mantissa;
      highExponent = exponent;
    }
    empty = false;
  }

  void add(Extremes that) {
    if (!that.empty) {
      widen(that.least, that.low, that.lowExponent);
      widen(that.greatest, that.high, that.highExponent);
    }
  }

  void clear() {
    empty = true;
    least = ScaledNumber.ZERO;
    greatest = ScaledNumber.ZERO;
  }

  /** 0 if there is no number. */
  ScaledNumber least() {
    return least;
  }

  ScaledNumber greatest() {
    return greatest;
  }

  /** The largest magnitude. */
  ScaledNumber largest() {
    return least.abs().isBelow(greatest.abs()) ? greatest.abs() : least.abs();
  }

  /** Whether there is one number only, however often. */
  boolean isConstant() {
    return !empty && least.equals(greatest);
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(empty);
    least.write(out);
    greatest.write(out);
  }

  static Extremes read(DataInput in) throws IOException {
    Extremes read = new Extremes();
    boolean empty = in.readBoolean();
    ScaledNumber least = ScaledNumber.read(in);
    ScaledNumber greatest = ScaledNumber.read(in);
    if (!empty) {
      read.widen(least, least.mantissa(), least.exponent());
      read.widen(greatest, greatest.mantissa(), greatest.exponent());
    }
    return read;
  }
}
