package org.ntksweep.core.estimate.summary;

import static org.ntksweep.core.number.ScaledNumber.ZERO;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.ntksweep.core.estimate.LogScatter;
import org.ntksweep.core.estimate.MeanWeight;
import org.ntksweep.core.estimate.SampleShape;
import org.ntksweep.core.estimate.Tail;
import org.ntksweep.core.number.ExactSum;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The sums over samples of one kernel entry that its moments are made of.
 *
 * @param powers sums of w t and w t^2
 * @param products the sum of w t times that of the diagonal entry of the same network; of no term
 *     for the diagonal itself, whose products are its own squares
 * @param extremes of w t
 * @param squareExtremes of w t^2
 * @param fourth the sum of (w t^2)^2
 * @param logs of t
 */
record EntryMoments(
    PowerSums powers,
    ExactSum products,
    Extremes extremes,
    Extremes squareExtremes,
    ExactSum fourth,
    LogScatter logs) {

  static EntryMoments empty(boolean weighted) {
    return new EntryMoments(
        PowerSums.empty(weighted),
        new ExactSum(),
        new Extremes(),
        new Extremes(),
        new ExactSum(),
        new LogScatter());
  }

  void add(WeighedEntry entry) {
    powers.add(entry);
    extremes.add(entry.mantissa, entry.exponent);
    if (powers.isWeighted()) {
      squareExtremes.add(entry.squareMantissa, entry.squareExponent);
    }
    fourth.add(entry.squareMantissa * entry.squareMantissa, 2 * entry.squareExponent);
    logs.add(entry.logAbs);
  }

  void add(EntryMoments that) {
    powers.add(that.powers);
    products.add(that.products);
    extremes.add(that.extremes);
    squareExtremes.add(that.squareExtremes);
    fourth.add(that.fourth);
    logs.add(that.logs);
  }

  void clear() {
    powers.clear();
    products.clear();
    extremes.clear();
    squareExtremes.clear();
    fourth.clear();
    logs.clear();
  }

  /** Whether all samples are the same number, and weigh the same. */
  boolean isConstant() {
    return extremes.isConstant() && !powers.isWeighted();
  }

  /** What decides whether the n samples can be trusted with a ratio; NaN if all are 0. */
  SampleShape shape(long n, MeanWeight weight) {
    boolean oneSign = !extremes.least().isBelow(ZERO) || !ZERO.isBelow(extremes.greatest());
    ScaledNumber squares = powers.squares().rounded();
    return new SampleShape(
        n,
        squares.times(squares).dividedBy(fourth.rounded()),
        largestSquare().dividedBy(squares),
        oneSign,
        powers.mean(n).abs().dividedBy(powers.meanError(n)),
        Tail.of(logs, oneSign),
        powers.isWeighted(),
        weight);
  }

  private ScaledNumber largestSquare() {
    ScaledNumber largest = extremes.largest();
    return powers.isWeighted() ? squareExtremes.greatest() : largest.times(largest);
  }

  void write(DataOutput out) throws IOException {
    powers.write(out);
    products.write(out);
    extremes.write(out);
    squareExtremes.write(out);
    fourth.write(out);
    logs.write(out);
  }

  static EntryMoments read(boolean weighted, DataInput in) throws IOException {
    return new EntryMoments(
        PowerSums.read(weighted, in),
        ExactSum.read(in),
        Extremes.read(in),
        Extremes.read(in),
        ExactSum.read(in),
        LogScatter.read(in));
  }
}
