package org.ntksweep.core.estimate.bootstrap;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import org.ntksweep.core.number.Digits;
import org.ntksweep.core.number.ExactSum;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.simd.Kernels;

/**
 * The sums of repeated terms in each of B bootstrap replicates, as independent of order as {@link
 * ExactSum} and for the same reason; at least 97 bits from the leading bit of the largest term
 * downwards are kept. Which positions are kept depends on the terms alone, not on how often they
 * count, so that one window serves all replicates.
 *
 * <p>Digit sums are integers in doubles, which is what the SIMD kernels add: exact up to 2^28 terms
 * of multiplicities that sum to at most 2^29 in every replicate.
 */
public final class ReplicateSums {
  private static final int KEPT = 5;
  private static final int NO_TERM = Integer.MIN_VALUE / 2;

  private final Kernels kernels = Kernels.best();
  private final Digits digits = new Digits();
  private final int replicates;

  /** Row i holds, for every replicate, the sum of digits at position {@code top - KEPT + 1 + i}. */
  private final double[][] rows;

  private int top = NO_TERM;

  /** Sums of no terms. */
  public ReplicateSums(int replicates) {
    this.replicates = replicates;
    rows = new double[KEPT][replicates];
  }

  /** Adds {@code counts[b]} times the term to replicate b; counts are small whole numbers. */
  public void add(ScaledNumber term, double[] counts) {
    if (term.mantissa() == 0) {
      return;
    }
    digits.set(term.mantissa(), term.exponent());
    raise(digits.leading());
    for (int i = 0; i < Digits.COUNT; i++) {
      int row = digits.position() + i - bottom();
      if (digits.at(i) != 0 && row >= 0) {
        kernels.addScaled((double) digits.at(i), counts, rows[row], replicates);
      }
    }
  }

  /** Adds all terms of another such sum. */
  public void add(ReplicateSums that) {
    raise(that.top);
    int down = Math.min(top - that.top, KEPT);
    for (int i = down; i < KEPT; i++) {
      kernels.addScaled(1, that.rows[i], rows[i - down], replicates);
    }
  }

  private int bottom() {
    return top - KEPT + 1;
  }

  private void raise(int leading) {
    if (leading > top) {
      int down = Math.min(leading - top, KEPT);
      Collections.rotate(Arrays.asList(rows), -down);
      for (int i = KEPT - down; i < KEPT; i++) {
        Arrays.fill(rows[i], 0);
      }
      top = leading;
    }
  }

  /** The sums in units of {@code 2^unit}, each within a few ulp of its largest digit. */
  public double[] inUnitsOf(int unit) {
    double[] sums = new double[replicates];
    for (double[] row : rows) {
      kernels.scale(0x1p-24, sums, sums, replicates);
      kernels.addScaled(1, row, sums, replicates);
    }
    int exponent = top == NO_TERM ? 0 : Digits.BITS * top - unit;
    for (int b = 0; b < replicates; b++) {
      sums[b] = Math.scalb(sums[b], exponent);
    }
    return sums;
  }

  /**
   * Writes what {@link #read} understands.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeInt(top);
    for (double[] row : rows) {
      PackedIntegers.write(row, out);
    }
  }

  /**
   * Reads the sums of that many replicates.
   *
   * @throws IOException as {@code in} does
   */
  public static ReplicateSums read(int replicates, DataInput in) throws IOException {
    ReplicateSums read = new ReplicateSums(replicates);
    read.top = in.readInt();
    for (double[] row : read.rows) {
      PackedIntegers.read(row, in);
    }
    return read;
  }
}
