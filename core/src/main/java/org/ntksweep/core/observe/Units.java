package org.ntksweep.core.observe;

import java.util.Arrays;

/** Powers of two that numbers are divided by before they are squared. */
public final class Units {
  private Units() {}

  /** One of about the size of the largest number; 1 where that is 0 or not finite. */
  public static double of(double[]... numbers) {
    double largest = 0;
    for (double[] some : numbers) {
      for (double number : some) {
        largest = Math.max(largest, Math.abs(number));
      }
    }
    return largest > 0 && Double.isFinite(largest)
        ? Math.scalb(1.0, Math.max(Math.getExponent(largest), Double.MIN_EXPONENT))
        : 1;
  }

  /** Numbers in a unit. */
  public static double[] divide(double[] numbers, double unit) {
    return Arrays.stream(numbers).map(number -> number / unit).toArray();
  }
}
