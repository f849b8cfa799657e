package org.ntksweep.core.estimate;

import org.ntksweep.core.estimate.interval.StudentInterval;
import org.ntksweep.core.number.ScaledNumber;

/**
 * What the samples of one kernel entry say about its distribution. A number that is undefined is
 * NaN; {@code mean}, its error and interval may be infinite or zero where the range of a double
 * ends. Samples t that were drawn from another law carry weights w and count as {@code w t}, their
 * squares as {@code w t^2}.
 *
 * @param samples the number N of samples
 * @param mean the sample mean
 * @param logAbsMean {@code log |mean|}, finite at any scale; negative infinity if the mean is 0
 * @param meanSe the standard error of the mean, the sample standard deviation over {@code sqrt(N)}
 * @param meanLo the lower end of its interval, of Student's law
 * @param meanHi the upper end of that interval
 * @param ratio the estimate of {@code E[Theta^2] / E[Theta]^2}; NaN if the samples cannot tell the
 *     mean from 0, or if it came out as no such ratio can be ({@link RatioEstimate})
 * @param ratioSe its bootstrap standard error; NaN if the ratio is, or a replicate has none
 * @param ratioLo the lower end of its interval; NaN likewise
 * @param ratioHi the upper end of that interval; NaN likewise
 * @param samplesEffective how many samples of equal {@code w t^2} would be worth as much, {@code
 *     (sum w t^2)^2 / sum (w t^2)^2}, at most N; NaN if all samples are 0
 * @param tailShare the largest {@code w t^2} over their sum, in (0, 1]; NaN if all samples are 0
 * @param meanWeight the mean of the samples' weights, of which 1 is expected; 1 of plain samples
 * @param underpowered whether the interval cannot be trusted to cover the ratio, as far as the
 *     samples can tell; {@link #isUnderpowered} where more is known
 * @param offDiagonal the mean over the mean of the diagonal, {@code E[Theta(x,y)] / E[Theta(x,x)]};
 *     NaN if the latter is 0
 * @param offDiagonalSe its standard error, from the scatter of {@code Theta(x,y) - offDiagonal
 *     Theta(x,x)} over networks (delta method); 0 for the diagonal itself
 * @param offDiagonalLo the lower end of its interval, of Student's law; NaN where offDiagonal is
 * @param offDiagonalHi the upper end of that interval; NaN likewise
 */
public record KernelEstimate(
    long samples,
    double mean,
    double logAbsMean,
    double meanSe,
    double meanLo,
    double meanHi,
    double ratio,
    double ratioSe,
    double ratioLo,
    double ratioHi,
    double samplesEffective,
    double tailShare,
    double meanWeight,
    boolean underpowered,
    double offDiagonal,
    double offDiagonalSe,
    double offDiagonalLo,
    double offDiagonalHi) {
  /** The estimate that these are the parts of. */
  public static KernelEstimate of(
      ScaledNumber mean,
      ScaledNumber meanError,
      double confidence,
      SampleShape samples,
      RatioEstimate ratio,
      OffDiagonal offDiagonal) {
    ScaledNumber reach = reach(meanError, confidence, samples.size());
    return new KernelEstimate(
        samples.size(),
        mean.value(),
        mean.logAbs(),
        meanError.value(),
        mean.plus(reach.negated()).value(),
        mean.plus(reach).value(),
        ratio.ratio(),
        ratio.spread().error(),
        ratio.spread().low(),
        ratio.spread().high(),
        samples.effective(),
        samples.tailShare(),
        samples.weight().mean(),
        ratio.underpowered(),
        offDiagonal.ratio(),
        offDiagonal.error(),
        offDiagonal.low(),
        offDiagonal.high());
  }

  private static ScaledNumber reach(ScaledNumber error, double confidence, long samples) {
    return error.isZero() || samples < 2
        ? error
        : error.times(StudentInterval.halfWidth(confidence, samples - 1));
  }

  /**
   * Whether the interval cannot be trusted to cover the ratio, for plain samples of a law whose
   * exact moments are known: whether they are fewer than a relative standard error of 10 % takes.
   * Unlike {@link #underpowered} this does not look at the samples.
   *
   * @param needed how many samples that is; NaN counts as more than there are
   */
  public boolean isUnderpowered(double needed) {
    return ratioSe == 0 ? underpowered : UnderpoweredRule.flagsKnown(needed, samples, ratioLo);
  }
}
