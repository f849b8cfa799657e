package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.ntksweep.core.number.Dyadic;
import org.ntksweep.core.number.ExactSum;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The sums of numbers and of their squares: of {@code w t} and {@code w t^2} for samples with
 * weights.
 *
 * @param ownSquares the sum of {@code (w t)^2}; the same object as the squares if all weights are 1
 */
record PowerSums(ExactSum sum, ExactSum squares, ExactSum ownSquares) {

  /** Of nothing. */
  static PowerSums empty(boolean weighted) {
    ExactSum squares = new ExactSum();
    return new PowerSums(new ExactSum(), squares, weighted ? new ExactSum() : squares);
  }

  /** Adds a number of weight 1. */
  void add(double mantissa, int exponent) {
    sum.add(mantissa, exponent);
    ownSquares.addProduct(mantissa, mantissa, 2 * exponent);
  }

  /** Adds a sample with its weight. */
  void add(WeighedEntry entry) {
    add(entry.mantissa, entry.exponent);
    if (isWeighted()) {
      squares.add(entry.squareMantissa, entry.squareExponent);
    }
  }

  void add(PowerSums that) {
    sum.add(that.sum);
    squares.add(that.squares);
    if (isWeighted()) {
      ownSquares.add(that.ownSquares);
    }
  }

  boolean isWeighted() {
    return ownSquares != squares;
  }

  void clear() {
    sum.clear();
    squares.clear();
    ownSquares.clear();
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
    Dyadic scatter = ownSquares.exact().times(Dyadic.of(n)).minus(s1.times(s1));
    // Terms cut off at the last kept digit can leave a scatter of zero slightly negative.
    ScaledNumber known = scatter.isNegative() ? ScaledNumber.ZERO : scatter.rounded();
    return ScaledNumber.of(known.mantissa() / n / n / (n - 1), known.exponent()).sqrt();
  }

  void write(DataOutput out) throws IOException {
    sum.write(out);
    squares.write(out);
    if (isWeighted()) {
      ownSquares.write(out);
    }
  }

  static PowerSums read(boolean weighted, DataInput in) throws IOException {
    ExactSum sum = ExactSum.read(in);
    ExactSum squares = ExactSum.read(in);
    return new PowerSums(sum, squares, weighted ? ExactSum.read(in) : squares);
  }
}
