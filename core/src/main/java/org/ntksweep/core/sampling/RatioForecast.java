package org.ntksweep.core.sampling;

import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.meanfield.TermFluctuations;

/**
 * The logarithm of the ratio of a law's diagonal before its networks are drawn: exact where that is
 * known, else by the fluctuations around mean-field theory. Where some networks may run away from a
 * variance that most of them stay at, a few carry the moments, and a small pilot of size-biased
 * networks finds them.
 */
final class RatioForecast {
  /** The size of a pilot, and the seed of its own streams: no sweep draws its networks. */
  private static final int PILOT = 100;

  private static final long PILOT_SEED = 0x70696c6f74L;

  /** From this forecast on no pilot is needed to know that the ratio is large. */
  private static final double LARGE = 1;

  private RatioForecast() {}

  /** That logarithm, at least 0; 0 where the kernel is. */
  static double logRatio(Network law) {
    if (ExactMoments.applyTo(law)) {
      return orZero(ExactMoments.of(law).logRatio());
    }
    TermFluctuations fluctuations = new TermFluctuations(law);
    double forecast = orZero(fluctuations.logRatio());
    return forecast < LARGE && fluctuations.mayRunAway() ? pilot(law) : forecast;
  }

  private static double orZero(double logRatio) {
    return Double.isNaN(logRatio) ? 0 : logRatio;
  }

  private static double pilot(Network law) {
    KernelMatrix kernel = new KernelMatrix(1);
    double[] logTheta = new double[PILOT];
    double[] weight = new double[PILOT];
    double largest = Double.NEGATIVE_INFINITY;
    try (KernelSampler sampler =
        SamplerKind.CONDITIONED.of(law, Inputs.of(law), VarianceReduction.SIZE_BIASED)) {
      for (int s = 0; s < PILOT; s++) {
        sampler.sample(PILOT_SEED, s, kernel);
        logTheta[s] = kernel.logAbsTheta(0, 0);
        weight[s] = Elementary.exp(kernel.logWeight());
        largest = Math.max(largest, logTheta[s]);
      }
    }
    double total = 0;
    double sum = 0;
    double squares = 0;
    for (int s = 0; s < PILOT; s++) {
      double theta = Elementary.exp(logTheta[s] - largest);
      total += weight[s];
      sum += weight[s] * theta;
      squares += weight[s] * theta * theta;
    }
    // Divided by the weights' sum, so that it is at least 1 in the ordered phase too.
    double logRatio = Elementary.log(squares) + Elementary.log(total) - 2 * Elementary.log(sum);
    return orZero(Math.max(0, logRatio));
  }
}
