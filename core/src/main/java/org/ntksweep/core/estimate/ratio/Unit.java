package org.ntksweep.core.estimate.ratio;

/**
 * Consecutive samples of a point that are taken together: what a bootstrap draws, or one replicate
 * of the debiased estimator.
 *
 * @param number units count from 0, in the order of samples
 * @param start the number of its first sample
 * @param length how many samples
 */
public record Unit(long number, long start, long length) {
  private static final long FIRST_SINGLES = 1L << 14;
  private static final long SAMPLES = 64;

  /**
   * The unit that a bootstrap draws of which {@code sample} is one: the sample itself up to 16,384,
   * one of 64 consecutive samples from there on.
   *
   * @throws IllegalArgumentException if {@code sample} is negative
   */
  public static Unit ofBootstrap(long sample) {
    if (sample < 0) {
      throw new IllegalArgumentException("sample " + sample + ": must be at least 0");
    }
    if (sample < FIRST_SINGLES) {
      return new Unit(sample, sample, 1);
    }
    long block = (sample - FIRST_SINGLES) / SAMPLES;
    return new Unit(FIRST_SINGLES + block, FIRST_SINGLES + block * SAMPLES, SAMPLES);
  }
}
