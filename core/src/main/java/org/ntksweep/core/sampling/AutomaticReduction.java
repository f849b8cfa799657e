package org.ntksweep.core.sampling;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;

/**
 * Chooses between plain and size-biased networks by the smaller {@link ErrorForecast}, before any
 * is drawn. Fast: in microseconds a layer, unless activations grow and the choice is close.
 */
public final class AutomaticReduction {
  /** From this logarithm of the ratio on size-biased networks leave the smaller error. */
  private static final double CROSSING = crossing();

  /** Below it plain ones do, even of kernels with a tail heavier than a log-normal one by far. */
  private static final double CLOSE = Elementary.log(1.05);

  private AutomaticReduction() {}

  private static double crossing() {
    double plain = 0;
    double sizeBiased = 1;
    while (sizeBiased - plain > 1e-3) {
      double middle = (plain + sizeBiased) / 2;
      if (ErrorForecast.ofLogRatio(middle).better() == VarianceReduction.NONE) {
        plain = middle;
      } else {
        sizeBiased = middle;
      }
    }
    return sizeBiased;
  }

  /** Which networks of a law to draw, if there are both. */
  public static VarianceReduction of(Network law) {
    double logRatio = RatioForecast.logRatio(law);
    if (logRatio >= CROSSING) {
      return VarianceReduction.SIZE_BIASED;
    }
    return logRatio < CLOSE ? VarianceReduction.NONE : ErrorForecast.of(law).better();
  }
}
