package org.ntksweep.core.sampling.sizebiased;

import java.util.Arrays;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.random.AliasTable;
import org.ntksweep.core.random.RandomStream;

/**
 * Which tilt a network of a positively homogeneous activation is drawn with. Its kernel at one
 * input is {@code Theta = sum over l of T_l}, {@code T_l = D_l (u_l X_{l-1} + v)}, and the network
 * is drawn
 *
 * <pre>
 * with probability 1/3   from its law P                                order 0
 *                  1/3   from P tilted by Theta                        order 1
 *                  1/3   from P tilted by the sum of T_l^2             order 2
 * </pre>
 *
 * <p>The tilt by a sum is a mixture of those by {@code T_l^o}, the layer l, <i>split</i>, being
 * drawn in proportion to {@code E[T_l^o]}. Below the split it is the squared norms {@code X_m} that
 * are tilted, from the split on the squared errors {@code D_m}, each given the one before a
 * constant times an independent factor. Only {@code X_m = F_m (w_m X_{m-1} + sigma_b2)} has two
 * terms, so that the order may fall on the way down.
 *
 * <p>The density of P against the law drawn from is
 *
 * <pre>
 * w = 3 / (1 + Theta / E[Theta] + sum of T_l^2 / sum of E[T_l^2])
 * </pre>
 *
 * <p>It is at most 3. As {@code Theta^2 <= L sum of T_l^2}, also {@code w Theta^2 <= 3 L sum of
 * E[T_l^2] <= 3 L E[Theta^2]}: at any depth and any dispersion, the mean of {@code w Theta^2} over
 * N networks has a relative variance below {@code 3 L / N}.
 */
public final class SplitLaw {
  private static final int COMPONENTS = 3;

  private final int depth;
  private final int components;
  private final boolean hasBias;
  private final AliasTable[] splits = new AliasTable[COMPONENTS];

  /** How the order falls from T_l to X_{l-1}, and from X_l to X_{l-1}, at l. */
  private final Powers[] ofTerm;

  private final Powers[] ofLayer;
  private final ScaledNumber mean;
  private final ScaledNumber squares;

  /** The tilts of a law; of one whose kernel is 0 there are none. */
  public SplitLaw(Network network) {
    depth = network.depth();
    hasBias = network.sigmaB2() > 0;
    TermMoments moments = new TermMoments(network);
    mean = sum(moments, 1);
    squares = sum(moments, 2);
    components = mean.isZero() ? 1 : COMPONENTS;
    for (int order = 1; order < components; order++) {
      splits[order] = splits(moments, order);
    }
    ofTerm = new Powers[depth + 1];
    ofLayer = new Powers[depth + 1];
    for (int l = 1; l <= depth; l++) {
      ofTerm[l] = moments.termPowers(l);
      ofLayer[l] = moments.layerPowers(l);
    }
  }

  private ScaledNumber sum(TermMoments moments, int order) {
    ScaledNumber sum = ScaledNumber.ZERO;
    for (int l = 1; l <= depth; l++) {
      sum = sum.plus(moments.term(order, l));
    }
    return sum;
  }

  private AliasTable splits(TermMoments moments, int order) {
    ScaledNumber sum = order == 1 ? mean : squares;
    double[] share = new double[depth];
    Arrays.setAll(share, i -> moments.term(order, i + 1).dividedBy(sum));
    return AliasTable.of(1, share);
  }

  /**
   * {@code 3 kappa - 1} with {@code kappa = E[xi^4] / E[xi^2]^2} of a slope xi, 1 or {@code leak}
   * as a coin falls.
   */
  public static double excess(double leak) {
    double square = leak * leak;
    return 6 * (1 + square * square) / ((1 + square) * (1 + square)) - 1;
  }

  /** Whether networks are drawn from another law than their own. */
  public boolean isTilted() {
    return components > 1;
  }

  /** {@code E[Theta]}. */
  public ScaledNumber mean() {
    return mean;
  }

  /** The sum of {@code E[T_l^2]}. */
  public ScaledNumber squares() {
    return squares;
  }

  /** About how much of the Java heap it takes, in bytes, moments that it is made from included. */
  public static long heapBytes(Network network) {
    return 400L * network.depth();
  }

  /** How many random words {@link #draw} takes. */
  public int words() {
    return hasBias ? 2 + depth : 3;
  }

  /**
   * Draws a tilt.
   *
   * @param order gets that of layer m at m, for m from 1 to L - 1: below the split, of its norm;
   *     from the split on, of its errors; all 0 in a network drawn from its law
   * @return the split, from 1 to L; L if there is no tilt
   */
  public int draw(long[] words, int[] order) {
    return draw((int) (components * RandomStream.unit(words[0])), words, order);
  }

  /** As {@link #draw(long[], int[])}, but with a tilt, of the order 1 or 2 with equal chances. */
  public int drawTilted(long[] words, int[] order) {
    return draw(1 + (int) (words[0] >>> 63), words, order);
  }

  private int draw(int top, long[] words, int[] order) {
    int split = top == 0 ? depth : splits[top].at(words[1]);
    Arrays.fill(order, split, depth, top);
    int below = ofTerm[split].draw(top, RandomStream.unit(words[2]));
    for (int m = split - 1; m >= 1; m--) {
      order[m] = below;
      if (hasBias) {
        below = ofLayer[m].draw(below, RandomStream.unit(words[2 + m]));
      }
    }
    return split;
  }
}
