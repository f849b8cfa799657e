package org.ntksweep.core.sampling.revealed;

import org.ntksweep.core.network.Activation;
import org.ntksweep.core.pass.Nonlinearity;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * Pre-activations whose law is a normal one tilted by the square of the activation's slope or of
 * its value, by rejection, some trials at a time.
 */
final class TiltedNormal {
  private static final int TRIALS = 8;

  private final RandomStream stream;
  private final NeuronDraws draws;
  private final Nonlinearity phi;
  private final double atZero;
  private final double steepest;
  private final double[] z = new double[TRIALS];
  private final double[] h = new double[TRIALS];
  private final double[] value = new double[TRIALS];
  private final double[] slope = new double[TRIALS];

  TiltedNormal(Activation activation, RandomStream stream, NeuronDraws draws) {
    this.stream = stream;
    this.draws = draws;
    phi = new Nonlinearity(Kernels.best(), activation);
    atZero = activation.kind().valueAtZero();
    steepest = ActivationMoments.steepest(activation);
  }

  /** A number z with the density of {@code phi'(deviation z)^2 N(0, 1)}, normalized. */
  double bySlope(double deviation, int exponent) {
    while (true) {
      stream.fillGaussian(z, 0, TRIALS);
      apply(deviation, exponent);
      for (int t = 0; t < TRIALS; t++) {
        double share = slope[t] / steepest;
        if (draws.uniform() < share * share) {
          return z[t];
        }
      }
    }
  }

  /**
   * A number z with the density of {@code phi(deviation z)^2 N(0, 1)}, normalized: {@code |phi|} is
   * at most {@code |phi(0)| + steepest |h|}.
   */
  double byValue(double deviation, int exponent) {
    double constant = Math.scalb(atZero, -exponent);
    double line = steepest * deviation;
    double whole = constant * constant + line * line;
    double bound = constant > 0 ? 2 : 1;
    while (true) {
      for (int t = 0; t < TRIALS; t++) {
        z[t] = draws.chi(draws.uniform() * whole < constant * constant ? 1 : 3);
      }
      int valueExponent = apply(deviation, exponent);
      for (int t = 0; t < TRIALS; t++) {
        double v = Math.scalb(value[t], valueExponent - exponent);
        double line2 = line * z[t] * (line * z[t]);
        if (draws.uniform() * bound * (constant * constant + line2) < v * v) {
          return z[t];
        }
      }
    }
  }

  private int apply(double deviation, int exponent) {
    for (int t = 0; t < TRIALS; t++) {
      h[t] = deviation * z[t];
    }
    return phi.apply(h, exponent, value, slope, TRIALS);
  }
}
