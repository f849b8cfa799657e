package org.ntksweep.core.estimate;

/**
 * What decides whether samples can be trusted with a ratio.
 *
 * @param size how many there are
 * @param effective how many of equal {@code w t^2} would be worth as much, {@code (sum w t^2)^2 /
 *     sum (w t^2)^2}
 * @param tailShare the largest {@code w t^2} over their sum
 * @param oneSign whether none is on the other side of 0
 * @param meanOverError the magnitude of their mean over its standard error
 * @param tail how heavy the tail is of which they may not have much
 * @param weighted whether they were drawn from another law and carry weights
 * @param weight the mean of these
 */
public record SampleShape(
    long size,
    double effective,
    double tailShare,
    boolean oneSign,
    double meanOverError,
    Tail tail,
    boolean weighted,
    MeanWeight weight) {
  private static final double FEWEST_ERRORS = 3;

  /**
   * Whether the samples can tell their mean from 0, without which a ratio over it means nothing:
   * all on one side of 0, or a mean of at least three standard errors.
   *
   * <p>Where {@code E[Theta] = 0}, as for the ntk parametrization of an odd activation without
   * biases at cosine 0, samples pass by chance: 0.3 % of them if they are normal, fewer if their
   * tails are heavier; of few samples 0.8 % (N = 20), 1.5 % (10), 7 % (5), 25 % (3), the last two
   * because all have the same sign.
   *
   * <p>Samples of ratio r have a mean of about {@code sqrt((N-1) / (r-1))} standard errors. If they
   * have both signs, they are refused in error in 0.1 % where {@code N - 1 = 37 (r - 1)}, 2.5 % at
   * {@code 25 (r - 1)} and half of all cases at {@code 9 (r - 1)}: such samples are too few for
   * their ratio by far. Samples of one sign never are.
   */
  public boolean meanIsKnown() {
    return oneSign || meanOverError >= FEWEST_ERRORS;
  }
}
