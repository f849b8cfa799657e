package org.ntksweep.core.estimate.bootstrap;

/**
 * The first two moments of numbers, summed in their order.
 *
 * @param size how many numbers
 * @param mean their mean, exact if they are all the same
 * @param standardDeviation the root of the unbiased variance; NaN for a single number
 */
public record Moments(int size, double mean, double standardDeviation) {

  /** The moments of at least one number. */
  public static Moments of(double[] numbers) {
    int n = numbers.length;
    double guess = sumOfDifferences(numbers, 0) / n;
    double mean = guess + sumOfDifferences(numbers, guess) / n;
    double squares = 0;
    for (double x : numbers) {
      squares += (x - mean) * (x - mean);
    }
    return new Moments(n, mean, Math.sqrt(squares / (n - 1)));
  }

  private static double sumOfDifferences(double[] numbers, double from) {
    double sum = 0;
    for (double x : numbers) {
      sum += x - from;
    }
    return sum;
  }

  /** The standard error of the mean. */
  public double meanError() {
    return standardDeviation / Math.sqrt(size);
  }
}
