package org.ntksweep.jobs.report.verdict;

/**
 * What is known of a number: it lies between two others.
 *
 * @param low at least this; NaN if nothing is known
 * @param high at most this; NaN if nothing is known
 */
public record Bounds(double low, double high) {
  /** Nothing is known. */
  public static final Bounds UNKNOWN = new Bounds(Double.NaN, Double.NaN);

  /** The number itself is known. */
  public static Bounds exactly(double x) {
    return new Bounds(x, x);
  }

  /** Whether the number is surely below another. */
  boolean isBelow(double x) {
    return high < x;
  }

  /** Whether the number is surely no smaller than another. */
  boolean isAtLeast(double x) {
    return low >= x;
  }

  /** What is known of the number's distance from another. */
  Bounds distanceFrom(double x) {
    double largest = Math.max(Math.abs(low - x), Math.abs(high - x));
    return low <= x && x <= high
        ? new Bounds(0, largest)
        : new Bounds(Math.min(Math.abs(low - x), Math.abs(high - x)), largest);
  }

  /** What is known of the number in units of another, which is positive. */
  Bounds per(double unit) {
    return new Bounds(low / unit, high / unit);
  }
}
