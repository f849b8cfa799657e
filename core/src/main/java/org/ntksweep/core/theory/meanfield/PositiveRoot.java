package org.ntksweep.core.theory.meanfield;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/** Zeros of decreasing functions of a positive variable, of any order of magnitude. */
final class PositiveRoot {
  private static final double RELATIVE_ACCURACY = 0x1p-51;

  /** Zeros below are taken for 0. */
  private static final double SMALLEST = 0x1p-1000;

  private PositiveRoot() {}

  /**
   * Where a function goes from positive to negative: bracketed by doubling and halving, then found
   * by Brent's method.
   *
   * @param decreasing negative for large arguments
   * @param start where the search begins, positive
   * @return the zero, or 0 if the function is negative down to the smallest numbers
   */
  static double of(DoubleUnaryOperator decreasing, double start) {
    double high = start;
    while (decreasing.applyAsDouble(high) > 0) {
      high *= 2;
    }
    double low = high / 2;
    while (!(decreasing.applyAsDouble(low) > 0)) {
      high = low;
      low = high / 2;
      if (low < SMALLEST) {
        return 0;
      }
    }
    return new BrentSolver(RELATIVE_ACCURACY, Double.MIN_VALUE, 0).findRoot(decreasing, low, high);
  }
}
