package org.ntksweep.core.sampling.sizebiased;

import java.util.Arrays;
import org.ntksweep.core.network.ActivationKind.Growth;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.theory.meanfield.TermFluctuations;

/**
 * The shares of the terms {@code T_l} of the kernel, and of their squares, by mean-field theory and
 * its fluctuations: where a network of an activation without exact moments is split. Any shares
 * make a right density; good ones make weights that vary little.
 */
public final class MeanFieldSplits {
  private final double[][] share;

  /** The shares of a law. */
  public MeanFieldSplits(Network network) {
    TermFluctuations terms = new TermFluctuations(network);
    // Where activations grow, tilts by values hold as much of the scatter below a split as above.
    boolean scatters = network.activation().kind().growth() == Growth.BOUNDED;
    double[] logTerm = new double[network.depth()];
    double[] logSquare = new double[network.depth()];
    for (int i = 0; i < logTerm.length; i++) {
      logTerm[i] = terms.logMean(i + 1);
      logSquare[i] = 2 * logTerm[i] + (scatters ? terms.scatter(i + 1) : 0);
    }
    share = new double[][] {normalized(logTerm), normalized(logSquare)};
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
