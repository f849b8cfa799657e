package org.ntksweep.core.sampling.normchain;

import java.util.stream.IntStream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.random.HalfBinomial;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.sampling.sizebiased.SplitLaw;

/**
 * The random numbers of one size-biased chain, in bulk: none of their laws depends on the norms.
 */
final class TiltedDraws {
  private final SplitLaw tilts;
  private final int hidden;

  /**
   * The law of the active neurons of hidden layer l, at l - 1, by the order of its tilt; and of a
   * layer without tilt below others that are alive.
   */
  private final HalfBinomial[][] active;

  private final HalfBinomial[] alive;

  /** The order of the tilt of layer m, at m. */
  private final int[] order;

  /** Degrees of freedom, then values: tilted numbers of the hidden layers first, then free ones. */
  private final int[] degrees;

  private final double[] chiSquare;

  /** The normal number of the meeting, then, with biases, those of the hidden layers. */
  private final double[] normal;

  TiltedDraws(ChainLaw law, SplitLaw tilts) {
    this.tilts = tilts;
    hidden = law.depth - 1;
    active =
        new HalfBinomial[][] {
          law.perWidth(n -> HalfBinomial.tilted(n, k -> 1)),
          law.perWidth(n -> HalfBinomial.tilted(n, k -> k)),
          law.perWidth(n -> HalfBinomial.tilted(n, k -> k * (k + 2.0)))
        };
    // Biases bring a network that died back to life.
    alive =
        law.sigmaB2 > 0 ? active[0] : law.perWidth(n -> HalfBinomial.tilted(n, k -> k > 0 ? 1 : 0));
    order = new int[law.depth];
    degrees = new int[2 * hidden];
    chiSquare = new double[2 * hidden];
    normal = new double[law.sigmaB2 > 0 ? law.depth : 1];
  }

  /** About how much of the Java heap it takes, in bytes: four tables of each width. */
  static long heapBytes(Network network) {
    return 4
            * IntStream.range(1, network.depth())
                .map(network.widths()::at)
                .distinct()
                .mapToLong(TiltedDraws::tableBytes)
                .sum()
        + 16L * network.depth();
  }

  /** A table with a power of two columns, of the values near the mean or of all. */
  private static long tableBytes(int n) {
    double values = Math.min(n + 1.0, 9.7 * Math.sqrt(n) + 2);
    return 24L * Long.highestOneBit((long) (2 * values)) + 200;
  }

  /** Draws them and returns the split. */
  int draw(RandomStream stream) {
    int own = tilts.words();
    long[] words = stream.bits(own + hidden);
    int split = tilts.draw(words, order);
    for (int m = 1; m <= hidden; m++) {
      HalfBinomial[] law = order[m] == 0 && split <= hidden ? alive : active[order[m]];
      int k = law[m - 1].at(words, own + m - 1);
      degrees[m - 1] = k + 2 * order[m];
      degrees[hidden + m - 1] = Math.max(k - 1, 0);
    }
    stream.fillChiSquare(degrees, chiSquare, 2 * hidden);
    stream.fillGaussian(normal, 0, normal.length);
    return split;
  }

  /** The chi-square number of layer m that is tilted: the whole of it. */
  double tilted(int m) {
    return chiSquare[m - 1];
  }

  /** The chi-square number of layer m in directions that the meeting does not know of. */
  double free(int m) {
    return chiSquare[hidden + m - 1];
  }

  double meeting() {
    return normal[0];
  }

  double noise(int m) {
    return normal[m];
  }
}
