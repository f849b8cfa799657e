package org.ntksweep.core.theory.meanfield;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/** Zeros of decreasing functions of a positive variable, of any order of magnitude. */
final class PositiveRoot {
  private static final double RELATIVE_ACCURACY = 0x1p-51;

  /** Zeros below are taken for 0, zeros above its inverse for infinite. */
  private static final double SMALLEST = 0x1p-1000;

  private PositiveRoot() {}

  /**
   * Where a function goes from positive to negative: bracketed by doubling and halving, then found
   * by Brent's method.
   *
   * @param decreasing negative for large arguments
   * @param start where the search begins, positive
   * @return the zero; 0 if the function is negative down to the smallest numbers, infinite if it is
   *     positive up to the largest
   */
  static double of(DoubleUnaryOperator decreasing, double start) {
    double high = Math.min(start, 1 / SMALLEST);
    while (decreasing.applyAsDouble(high) > 0) {
      high *= 2;
      if (high > 1 / SMALLEST) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double low = high / 2;
    while (!(decreasing.applyAsDouble(low) > 0)) {
      high = low;
      low = high / 2;
      if (low < SMALLEST) {
        return 0;
      }
    }
    return between(decreasing, low, high);
  }

  /** The same between an argument where it is not negative and one where it is not positive. */
  static double between(DoubleUnaryOperator decreasing, double low, double high) {
    return new BrentSolver(RELATIVE_ACCURACY, Double.MIN_VALUE, 0).findRoot(decreasing, low, high);
  }
}
