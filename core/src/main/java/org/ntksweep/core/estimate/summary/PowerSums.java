package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.ntksweep.core.number.Dyadic;
import org.ntksweep.core.number.ExactSum;
import org.ntksweep.core.number.ScaledNumber;

/** The sums of numbers and of their squares. */
record PowerSums(ExactSum sum, ExactSum squares) {

  PowerSums() {
    this(new ExactSum(), new ExactSum());
  }

  void add(double mantissa, int exponent) {
    sum.add(mantissa, exponent);
    squares.addProduct(mantissa, mantissa, 2 * exponent);
  }

  void add(PowerSums that) {
    sum.add(that.sum);
    squares.add(that.squares);
  }

  void clear() {
    sum.clear();
    squares.clear();
  }

  /** {@code (S2/n) / (S1/n)^2}; not finite if S1 is 0. */
  double plugIn(long n) {
    ScaledNumber s1 = sum.rounded();
    return squares.rounded().times((double) n).dividedBy(s1.times(s1));
  }

  /** The mean of n numbers. */
  ScaledNumber mean(long n) {
    return sum.rounded().over((double) n);
  }

  /** The standard error of that mean, {@code sqrt((S2 - S1^2/n) / (n (n-1)))}; NaN for n = 1. */
  ScaledNumber meanError(long n) {
    Dyadic s1 = sum.exact();
    Dyadic scatter = squares.exact().times(Dyadic.of(n)).minus(s1.times(s1));
    // Terms cut off at the last kept digit can leave a scatter of zero slightly negative.
    ScaledNumber known = scatter.isNegative() ? ScaledNumber.ZERO : scatter.rounded();
    return ScaledNumber.of(known.mantissa() / n / n / (n - 1), known.exponent()).sqrt();
  }

  void write(DataOutput out) throws IOException {
    sum.write(out);
    squares.write(out);
  }

  static PowerSums read(DataInput in) throws IOException {
    return new PowerSums(ExactSum.read(in), ExactSum.read(in));
  }
}
