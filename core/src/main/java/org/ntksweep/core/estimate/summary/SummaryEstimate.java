package org.ntksweep.core.estimate.summary;

import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.OffDiagonal;
import org.ntksweep.core.estimate.RatioEstimate;
import org.ntksweep.core.estimate.SampleShape;
import org.ntksweep.core.number.Dyadic;
import org.ntksweep.core.number.ScaledNumber;

/** Makes an estimate of the sums over all n samples of an entry. */
record SummaryEstimate(EntryMoments entry, EntryMoments diagonal, long n, double confidence) {

  KernelEstimate of(RatioEstimate estimated, SampleShape shape) {
    // Equal samples leave no doubt, but rounding would.
    boolean constant = entry.isConstant();
    ScaledNumber mean = constant ? entry.extremes().least() : entry.powers().mean(n);
    RatioEstimate ratio = constant && !mean.isZero() ? RatioEstimate.ofConstant(1) : estimated;
    return KernelEstimate.of(
        mean, entry.powers().meanError(n), confidence, shape, ratio, offDiagonal());
  }

  /** To the precision of a double however close to 1 it is. */
  private OffDiagonal offDiagonal() {
    ScaledNumber sum = diagonal.powers().sum().rounded();
    if (sum.isZero()) {
      return OffDiagonal.UNDEFINED;
    }
    if (entry.equals(diagonal)) {
      return OffDiagonal.OF_DIAGONAL;
    }
    double ratio = entry.powers().sum().rounded().dividedBy(sum);
    return OffDiagonal.of(ratio, error(sum), n, confidence);
  }

  /** From {@code S_x^2 sum (y - R x)^2 = S_yy S_x^2 - 2 S_x S_y S_xy + S_xx S_y^2}. */
  private double error(ScaledNumber sum) {
    Dyadic x = diagonal.powers().sum().exact();
    Dyadic y = entry.powers().sum().exact();
    Dyadic xx = diagonal.powers().ownSquares().exact();
    Dyadic yy = entry.powers().ownSquares().exact();
    Dyadic xy = entry.products().exact();
    Dyadic squares =
        yy.times(x)
            .times(x)
            .minus(Dyadic.of(2).times(x).times(y).times(xy))
            .plus(xx.times(y).times(y));
    ScaledNumber known = squares.isNegative() ? ScaledNumber.ZERO : squares.rounded();
    ScaledNumber fourth = sum.times(sum).times(sum).times(sum);
    return known.over(fourth).times((double) n / (n - 1)).sqrt().value();
  }
}
