package org.ntksweep.core.theory.meanfield;

import org.ntksweep.core.network.ActivationKind.Growth;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;

/**
 * How far the kernel at one input scatters, for any activation: mean-field theory and the
 * fluctuations around it, of the first order in 1/width.
 *
 * <p>The kernel is {@code Theta = sum of T_l}, {@code T_l = D_l (u_l X_{l-1} + v)}. The squared
 * norm X_m of the activations of hidden layer m has noise of relative variance {@code (E[phi^4] /
 * E[phi^2]^2 - 1) / n}, and passes a {@code d log E[phi^2] / d log q} of that of the layer below
 * on; {@code D_m / D_{m+1}} has noise of {@code (3 E[phi'^4] / E[phi'^2]^2 - 1) / n}, which goes
 * along with the noise of X_m, and {@code d log E[phi'^2] / d log q} of the fluctuation of q. So
 * {@code log T_l} is a linear function of independent noises, and {@code V_l} its variance. Of two
 * terms the lower one holds the noises of the upper one, whence
 *
 * <pre>
 * E[Theta^2] = sum over k of e^{V_k} t_k (t_k + 2 sum over l below k of t_l),  t_l = E[T_l]
 * </pre>
 *
 * <p>For bounded activations its logarithm is mostly within a tenth of that of sampled ratios up to
 * 10^5; where activations grow and variances run away from a fixed point it comes out too large.
 */
public final class TermFluctuations {
  private static final double LARGEST = 0x1p100;

  private final Network law;
  private final int depth;
  private final FluctuationMoments moments;

  /** The variance of the pre-activations of layer m, and the share of weights in it. */
  private final double[] variance;

  private final double[] ofWeights;

  /** {@code log E[T_l]} but for a constant, and the share of its weight part. */
  private final double[] logTerm;

  private final double[] weightShare;

  /** V_l. */
  private final double[] scatter;

  /** The fluctuations of a law. */
  public TermFluctuations(Network law) {
    this.law = law;
    depth = law.depth();
    moments = FluctuationMoments.of(law.activation());
    variance = new double[depth + 1];
    ofWeights = new double[depth + 1];
    logTerm = new double[depth + 1];
    weightShare = new double[depth + 1];
    scatter = new double[depth + 1];
    setTerms();
    setScatter();
  }

  private void setTerms() {
    double logX = Elementary.log(law.inputNorm2());
    double errors = 0;
    for (int l = 1; l <= depth; l++) {
      double x = exp(logX);
      double logBeyond = logX - Elementary.log(x);
      double weight = law.weightFactor(l) * x;
      double bias = law.biasFactor();
      weightShare[l] = weight / (weight + bias);
      // The logarithm of D_l is that of D_1 less the errors.
      logTerm[l] =
          Elementary.log(weight + bias) + (bias > 0 ? Math.max(0, logBeyond) : logBeyond) - errors;
      if (l < depth) {
        double q = law.weightVariance(l) * x + law.sigmaB2();
        variance[l] = q;
        ofWeights[l] = law.weightVariance(l) * x / q;
        logX += Elementary.log(law.widths().at(l) * q * moments.squareRatio(q)) - Elementary.log(x);
        errors += Elementary.log(law.sigmaW2() * moments.squaredSlope(q));
      }
    }
  }

  /** Where an activation is a line, or two, it is followed in logarithms alone. */
  private static double exp(double log) {
    return Math.max(1 / LARGEST, log > 69 ? LARGEST : Elementary.exp(log));
  }

  private void setScatter() {
    // What a fluctuation of log q of a layer does to the logarithm of all errors from there on.
    double[] steepening = new double[depth + 1];
    double errors = 0;
    for (int m = depth - 1; m >= 1; m--) {
      double q = variance[m];
      double passed = ofWeights[m + 1] * steepening[m + 1];
      double noise =
          3 * moments.slope4(q)
              - 1
              + 2 * passed * moments.covariance(q)
              + passed * passed * moments.ofValues(q);
      errors += log1p(noise / law.widths().at(m));
      scatter[m] = errors;
      steepening[m] = moments.slopeGrowth(q) + moments.valueGrowth(q) * passed;
    }
    double values = 0;
    for (int k = 2; k <= depth; k++) {
      double q = variance[k - 1];
      double kept = moments.valueGrowth(q) * ofWeights[k - 1];
      values = log1p(moments.ofValues(q) / law.widths().at(k - 1)) + kept * kept * values;
      double felt = weightShare[k] + ofWeights[k] * steepening[k];
      scatter[k] += felt * felt * values;
    }
  }

  private static double log1p(double x) {
    return Elementary.log(1 + Math.max(0, x));
  }

  /** {@code log E[T_l]} by mean-field theory, but for a constant; l from 1 to L. */
  public double logMean(int l) {
    return logTerm[l];
  }

  /** {@code V_l}, the variance of {@code log T_l}. */
  public double scatter(int l) {
    return scatter[l];
  }

  /**
   * Whether variances, once large enough, grow from layer to layer without end, also where those of
   * most networks do not get there.
   */
  public boolean mayRunAway() {
    return law.activation().kind().growth() != Growth.BOUNDED
        && law.sigmaW2() * moments.squareRatio(LARGEST) > 1;
  }

  /**
   * {@code log E[Theta^2] / E[Theta]^2}, at least 0; not a number where the kernel is 0 or a term
   * is infinite.
   */
  public double logRatio() {
    double largest = Double.NEGATIVE_INFINITY;
    double most = 0;
    for (int l = 1; l <= depth; l++) {
      largest = Math.max(largest, logTerm[l]);
      most = Math.max(most, scatter[l]);
    }
    double mean = 0;
    double second = 0;
    for (int k = 1; k <= depth; k++) {
      double term = Elementary.exp(logTerm[k] - largest);
      second += Elementary.exp(scatter[k] - most) * term * (term + 2 * mean);
      mean += term;
    }
    return Math.max(0, most + Elementary.log(second) - 2 * Elementary.log(mean));
  }
}
