package org.ntksweep.core.estimate;

import java.util.Arrays;
import org.ntksweep.core.estimate.bootstrap.Moments;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The mean of the weights of samples. It is known to be 1: how far it is off tells how well the law
 * that samples were drawn from covers the one they stand for.
 *
 * @param mean the mean of the weights
 * @param error its standard error
 */
public record MeanWeight(double mean, double error) {
  /** The mean of samples that all weigh 1. */
  public static final MeanWeight OF_PLAIN = new MeanWeight(1, 0);

  /** Beyond so many standard errors chance is no explanation: 1 in 16,000. */
  private static final double FAR = 4;

  /**
   * The mean weight of samples.
   *
   * @param logWeight the logarithms of their weights, two or more
   */
  public static MeanWeight of(double[] logWeight) {
    if (Arrays.stream(logWeight).allMatch(w -> w == 0)) {
      return OF_PLAIN;
    }
    Moments moments =
        Moments.of(Arrays.stream(logWeight).map(w -> ScaledNumber.exp(w).value()).toArray());
    return new MeanWeight(moments.mean(), moments.meanError());
  }

  /** Whether it is not 1, chance apart. */
  public boolean isOff() {
    return !(Math.abs(mean - 1) <= FAR * error);
  }
}
