package org.ntksweep.core.estimate.summary;

import static org.ntksweep.core.number.ScaledNumber.ZERO;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.ntksweep.core.estimate.SampleShape;
import org.ntksweep.core.number.ExactSum;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The sums over samples of one kernel entry that its moments are made of.
 *
 * @param powers sums of t and t^2
 * @param products the sum of t times the diagonal entry of the same network; of no term for the
 *     diagonal itself, whose products are its squares
 * @param extremes of t
 */
record EntryMoments(PowerSums powers, ExactSum products, Extremes extremes) {

  EntryMoments() {
    this(new PowerSums(), new ExactSum(), new Extremes());
  }

  void add(double mantissa, int exponent) {
    powers.add(mantissa, exponent);
    extremes.add(mantissa, exponent);
  }

  void add(EntryMoments that) {
    powers.add(that.powers);
    products.add(that.products);
    extremes.add(that.extremes);
  }

  void clear() {
    powers.clear();
    products.clear();
    extremes.clear();
  }

  /** The largest square over the sum of squares; NaN if all samples are 0. */
  private double tailShare() {
    ScaledNumber largest = extremes.largest();
    return largest.times(largest).dividedBy(powers.squares().rounded());
  }

  /** What decides whether the n samples can be trusted with a ratio. */
  SampleShape shape(long n) {
    boolean oneSign = !extremes.least().isBelow(ZERO) || !ZERO.isBelow(extremes.greatest());
    double meanOverError = powers.mean(n).abs().dividedBy(powers.meanError(n));
    return new SampleShape(n, tailShare(), oneSign, meanOverError);
  }

  void write(DataOutput out) throws IOException {
    powers.write(out);
    products.write(out);
    extremes.write(out);
  }

  static EntryMoments read(DataInput in) throws IOException {
    return new EntryMoments(PowerSums.read(in), ExactSum.read(in), Extremes.read(in));
  }
}
