package org.ntksweep.core.theory.gaussian;

import org.ntksweep.core.number.Elementary;

/**
 * Scales whose mixture of error functions is a hyperbolic tangent, {@code tanh(h / stretch) = sum
 * over i of w_i erf(h / (sqrt(2) s_i))}. A logistic number is a normal one of random scale 2K, K
 * from Kolmogorov's distribution (Andrews and Mallows 1974, Stefanski 1991); the mean over K is
 * taken by the trapezoidal rule in {@code log K}.
 *
 * @param weights {@code w_i}, of sum 1
 * @param squares {@code s_i^2}
 */
@SuppressWarnings("ArrayRecordComponent")
public record MixtureScales(double[] weights, double[] squares) {
  private static final double STEP = 0.11;

  /** From 0.15 to 4.7: the mass of K beyond is below 1e-18. */
  private static final int FIRST = -17;

  private static final int LAST = 14;

  /** The mixture for tanh, with every scale multiplied by {@code stretch}, finite and above 0. */
  public static MixtureScales ofTanh(double stretch) {
    double[] weights = new double[LAST - FIRST + 1];
    double[] squares = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      double scale = Elementary.exp((FIRST + i) * STEP);
      weights[i] = STEP * scale * KolmogorovDensity.at(scale);
      squares[i] = scale * scale * stretch * stretch;
    }
    return new MixtureScales(weights, squares);
  }
}
