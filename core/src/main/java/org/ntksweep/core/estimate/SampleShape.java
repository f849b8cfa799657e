package org.ntksweep.core.estimate;

/**
 * What decides whether samples can be trusted with a ratio.
 *
 * @param size how many there are
 * @param tailShare the largest square over the sum of all squares
 * @param oneSign whether none is on the other side of 0
 * @param meanOverError the magnitude of their mean over its standard error
 */
public record SampleShape(long size, double tailShare, boolean oneSign, double meanOverError) {
  private static final double FEWEST_ERRORS = 3;

  /**
   * Whether the samples can tell their mean from 0, without which a ratio over it means nothing:
   * all on one side of 0, or a mean of at least three standard errors.
   *
   * <p>Where {@code E[Theta] = 0}, as for the ntk parametrization of an odd activation without
   * biases at cosine 0, samples pass by chance in MISSED. Samples of ratio r have a mean of about
   * {@code sqrt((N-1) / (r-1))} standard errors: of both signs, they are refused wrongly in 0.1 %
   * where {@code r = 1 + (N-1)/37}, in half of all cases at {@code r = 1 + (N-1)/9}; such samples
   * are too few for their ratio by far.
   */
  public boolean meanIsKnown() {
    return oneSign || meanOverError >= FEWEST_ERRORS;
  }
}
