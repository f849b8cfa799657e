package org.ntksweep.core.sampling.sizebiased;

import java.util.Arrays;
import org.ntksweep.core.network.ActivationKind.Growth;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.theory.expectation.GaussianExpectations;

/**
 * The shares of the terms {@code T_l} of the kernel, and of their squares, by mean-field theory:
 * where a network of an activation without exact moments is split. Any shares make a right density;
 * good ones make weights that vary little.
 */
public final class MeanFieldSplits {
  /** Variances are followed up to here: beyond, an activation that grows is two lines. */
  private static final double LARGEST = 0x1p100;

  /** How fast a square of errors or activations grows faster than the mean squared, times n. */
  private static final double EXCESS = 4;

  private final double[][] share;

  /** The shares of a law. */
  public MeanFieldSplits(Network network) {
    int depth = network.depth();
    double[] logTerm = new double[depth];
    double[] logExcess = new double[depth];
    fill(network, logTerm, logExcess);
    double[] logSquare = new double[depth];
    Arrays.setAll(logSquare, i -> 2 * logTerm[i] + logExcess[i]);
    share = new double[][] {normalized(logTerm), normalized(logSquare)};
  }

  private static void fill(Network network, double[] logTerm, double[] logExcess) {
    int depth = network.depth();
    GaussianExpectations phi = GaussianExpectations.of(network.activation());
    boolean grows = network.activation().kind().growth() != Growth.BOUNDED;
    double logX = Elementary.log(network.inputNorm2());
    double errors = 0;
    double excess = 0;
    double q = 0;
    for (int l = 1; l <= depth; l++) {
      double x = exp(logX);
      // The logarithm of D_l, but for that of D_1.
      logTerm[l - 1] =
          Elementary.log(network.weightFactor(l) * x + network.biasFactor())
              + (x < LARGEST ? 0 : logX - Elementary.log(x))
              - errors;
      logExcess[l - 1] = -excess;
      if (l < depth) {
        q = Math.min(network.weightVariance(l) * x + network.sigmaB2(), LARGEST);
        double growth = q > 0 ? phi.square(q) / q : phi.squaredSlope(0);
        int n = network.widths().at(l);
        double logQ =
            x < LARGEST ? Elementary.log(q) : logX + Elementary.log(network.weightVariance(l));
        logX = q > 0 ? logQ + Elementary.log(n * growth) : Elementary.log(n * phi.square(0));
        errors += Elementary.log(network.sigmaW2() * phi.squaredSlope(q));
        excess += grows ? 0 : EXCESS / n;
      }
    }
  }

  private static double exp(double log) {
    return log > 69 ? LARGEST : Elementary.exp(log);
  }

  private static double[] normalized(double[] logs) {
    double largest = Arrays.stream(logs).max().orElse(0);
    double[] share = new double[logs.length];
    if (!(Math.abs(largest) < Double.POSITIVE_INFINITY)) {
      Arrays.fill(share, 1.0 / share.length);
      return share;
    }
    double total = 0;
    for (int i = 0; i < share.length; i++) {
      share[i] = Elementary.exp(logs[i] - largest);
      total += share[i];
    }
    for (int i = 0; i < share.length; i++) {
      share[i] /= total;
    }
    return share;
  }

  /** The share of layer l among the splits of this order, 1 or 2. */
  public double share(int order, int l) {
    return share[order - 1][l - 1];
  }

  /** A split, from 1 to L, in proportion to the shares. */
  public int draw(int order, double uniform) {
    double left = uniform;
    int last = 1;
    for (int l = 1; l <= share[order - 1].length; l++) {
      double p = share(order, l);
      left -= p;
      if (p > 0) {
        last = l;
        if (left < 0) {
          return l;
        }
      }
    }
    return last;
  }
}
