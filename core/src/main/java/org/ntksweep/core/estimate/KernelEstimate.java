package org.ntksweep.core.estimate;

import org.ntksweep.core.number.ScaledNumber;

/**
 * What the samples of one kernel entry say about its distribution. A number that is undefined is
 * NaN; {@code mean} and {@code meanSe} may be infinite or zero where the range of a double ends.
 *
 * @param samples the number N of samples
 * @param mean the sample mean
 * @param logAbsMean {@code log |mean|}, finite at any scale; negative infinity if the mean is 0
 * @param meanSe the standard error of the mean, the sample standard deviation over {@code sqrt(N)}
 * @param ratio the estimate of {@code E[Theta^2] / E[Theta]^2}; NaN if the samples cannot tell the
 *     mean from 0, or if it came out as no such ratio can be ({@link RatioEstimate})
 * @param ratioSe its bootstrap standard error; NaN if the ratio is, or a replicate has none
 * @param ratioLo the lower end of its bootstrap percentile interval; NaN likewise
 * @param ratioHi the upper end of that interval; NaN likewise
 * @param tailShare the largest square over the sum of all squares, in (0, 1]; NaN if all samples
 *     are 0
 * @param underpowered whether the interval cannot be trusted to cover the ratio, as far as the
 *     samples can tell: a tail they do not reach is not seen
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
    double ratio,
    double ratioSe,
    double ratioLo,
    double ratioHi,
    double tailShare,
    boolean underpowered,
    double offDiagonal,
    double offDiagonalSe,
    double offDiagonalLo,
    double offDiagonalHi) {
  /** The estimate that these are the parts of. */
  public static KernelEstimate of(
      ScaledNumber mean,
      ScaledNumber meanError,
      SampleShape samples,
      RatioEstimate ratio,
      OffDiagonal offDiagonal) {
    return new KernelEstimate(
        samples.size(),
        mean.value(),
        mean.logAbs(),
        meanError.value(),
        ratio.ratio(),
        ratio.spread().error(),
        ratio.spread().low(),
        ratio.spread().high(),
        samples.tailShare(),
        ratio.underpowered(),
        offDiagonal.ratio(),
        offDiagonal.error(),
        offDiagonal.low(),
        offDiagonal.high());
  }
}
