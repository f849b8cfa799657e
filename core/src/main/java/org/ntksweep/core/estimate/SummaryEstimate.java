package org.ntksweep.core.estimate;

import org.ntksweep.core.number.ScaledNumber;

/** Makes an estimate of the sums over all samples of an entry. */
final class SummaryEstimate {
  private SummaryEstimate() {}

  static KernelEstimate of(
      EntryMoments entry, OffDiagonal offDiagonal, long samples, RatioEstimate estimated) {
    // Equal samples leave no doubt, but rounding would.
    boolean constant = entry.extremes().isConstant();
    ScaledNumber mean = constant ? entry.extremes().least() : entry.powers().mean(samples);
    boolean exact = constant && mean.mantissa() != 0;
    RatioEstimate ratio = exact ? new RatioEstimate(1, new Spread(0, 1, 1), false) : estimated;
    return new KernelEstimate(
        samples,
        mean.inUnitsOf(0),
        mean.logAbs(),
        entry.powers().meanError(samples).inUnitsOf(0),
        ratio.ratio(),
        ratio.spread().error(),
        ratio.spread().low(),
        ratio.spread().high(),
        entry.tailShare(),
        ratio.underpowered(),
        offDiagonal.ratio(),
        offDiagonal.error());
  }
}
