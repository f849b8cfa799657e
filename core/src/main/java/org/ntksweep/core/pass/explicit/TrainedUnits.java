package org.ntksweep.core.pass.explicit;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;

/**
 * How a layer is written in what is trained of it, {@code (w, beta)}: {@code h = w (s x) + beta t}.
 * In the standard parametrization these are weights and biases themselves, {@code s = t = 1}; in
 * the NTK parametrization {@code s = sigma_w / sqrt(n_{l-1})} and {@code t = sigma_b}. The
 * derivative by {@code (w, beta)} is the outer product of the errors with {@code (s x, t)}, and the
 * kernel of the layer the product of two such inner products.
 *
 * @param input the factor s of what enters
 * @param constant what biases are multiplied by, t
 * @param weight the standard deviation of an entry of w
 * @param bias that of an entry of beta
 */
record TrainedUnits(double input, double constant, double weight, double bias) {

  /** Those of layer l, from 1 to L. */
  static TrainedUnits of(Network law, int l) {
    double bias = Math.sqrt(law.sigmaB2());
    double weight = Math.sqrt(law.weightVariance(l));
    return law.parametrization() == Parametrization.STANDARD
        ? new TrainedUnits(1, 1, weight, bias)
        : new TrainedUnits(weight, bias, 1, 1);
  }
}
