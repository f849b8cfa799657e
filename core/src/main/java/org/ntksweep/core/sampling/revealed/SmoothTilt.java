package org.ntksweep.core.sampling.revealed;

import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.ActivationKind.Growth;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.sampling.sizebiased.MeanFieldSplits;

/**
 * Tilts for activations that are not two lines. From the split on, a layer is tilted so that its
 * slopes are steep, and its errors large; below it, where the activation grows with its argument,
 * so that its activations are large. Of the order 1, one neuron of a layer has a law tilted by
 * {@code psi}, the square of its slope or value; of the order 2, two have, or one in a share of
 * {@code 3 / (n + 2)}. With {@code S = sum of psi}, {@code S2 = sum of psi^2} the densities are
 *
 * <pre>
 * F_1 = S / (n E[psi])      F_2 = (1 - share) (S^2 - S2) / (n (n - 1) E[psi]^2) + share F_1
 * </pre>
 *
 * <p>Errors are large, too, where they point along activations that grow on the way up: {@code D_l}
 * holds {@code p^2 / X_m} with the output {@code p^2} to which {@code X_{L-1}} leads. So, in a
 * share {@code 1 / (n + 1)} of the layers from the split on, tilting turns back to values for all
 * layers above, and to the square of the output.
 *
 * <p>The densities of a layer from the split on, with its errors, {@code F_1 W / R} and {@code F_2
 * W^2 / (R^2 + 2 sum of phi'^4)}, {@code R = sum of phi'^2}.
 */
final class SmoothTilt {
  private final int depth;
  private final boolean grows;
  private final NeuronDraws draws;
  private final TiltedNormal normal;
  private final ActivationMoments moments;
  private final MeanFieldSplits splits;
  private final double[] turning;
  private int order;
  private int split;

  /** From here on activations are tilted again, errors are not. */
  private int turn;

  SmoothTilt(Network network, RandomStream stream) {
    Activation activation = network.activation();
    depth = network.depth();
    grows = activation.kind().growth() != Growth.BOUNDED;
    draws = new NeuronDraws(stream);
    normal = new TiltedNormal(activation, stream, draws);
    moments = ActivationMoments.of(activation);
    splits = new MeanFieldSplits(network);
    turning = new double[depth];
    for (int m = 1; grows && m < depth; m++) {
      turning[m] = 1 / (1.0 + network.widths().at(m));
    }
  }

  /** Draws the order and the split of the next network. */
  void begin() {
    order = 1 + draws.index(2);
    split = splits.draw(order, draws.uniform());
    turn = grows ? split : depth;
    while (turn < depth && draws.uniform() >= turning[turn]) {
      turn++;
    }
  }

  /** The order of the tilt of the output by its own square; 0 if errors are tilted at the top. */
  int outputOrder() {
    return turn < depth ? order : 0;
  }

  /** Whether sums over activations are needed. */
  boolean readsValues() {
    return grows;
  }

  /** The order of the tilt of the errors of hidden layer m: 0 below the split. */
  int errorOrder(int m) {
    return isOfErrors(m) ? order : 0;
  }

  private boolean isOfErrors(int m) {
    return m >= split && m < turn;
  }

  /**
   * Tilts the pre-activations of hidden layer m.
   *
   * @param z standard normal numbers, replaced by those of the tilted law
   * @param deviation what they are multiplied by, as mantissa of {@code exponent}
   */
  void tilt(int m, double[] z, int n, double deviation, int exponent) {
    boolean slopes = isOfErrors(m);
    double q = Math.scalb(deviation * deviation, 2 * exponent);
    if (ActivationMoments.isTiny(q) || !(slopes || grows)) {
      return;
    }
    int i = draws.index(n);
    if (order == 2 && draws.uniform() >= single(n)) {
      z[draws.other(i, n)] = tilted(slopes, deviation, exponent);
    }
    z[i] = tilted(slopes, deviation, exponent);
  }

  private static double single(int n) {
    return 3 / (n + 2.0);
  }

  private double tilted(boolean slopes, double deviation, int exponent) {
    return slopes ? normal.bySlope(deviation, exponent) : normal.byValue(deviation, exponent);
  }

  /**
   * The logarithm of the mean, over the orders 1 and 2, of the densities of the tilted laws against
   * the law itself.
   *
   * @param layers what was seen of one input
   */
  double logDensity(LayerStatistics layers) {
    double one = logDensity(1, layers);
    double two = logDensity(2, layers);
    double larger = Math.max(one, two);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Elementary.log(0.5 * (1 + Elementary.exp(Math.min(one, two) - larger)));
  }

  /**
   * The sum over splits and turns of their shares, times the densities of values below the split,
   * of slopes and errors from there to the turn, of values again and the output; from the top down.
   */
  private double logDensity(int order, LayerStatistics layers) {
    // Numbers are mantissas of a log scale, so that no product of densities leaves a double.
    double scale = 0;
    double mixed = splits.share(order, depth);
    double errors = 1;
    double turned = layers.outputDensity(order);
    for (int m = depth - 1; m >= 1; m--) {
      double q = layers.variance(m);
      int n = layers.width(m);
      double values = valueDensity(order, m, n, q, layers);
      turned *= values;
      errors *= (1 - turning[m]) * slopeDensity(order, m, n, q, layers);
      errors += turning[m] * turned;
      mixed = Math.fma(values, mixed, splits.share(order, m) * errors);
      double larger = Math.max(turned, Math.max(errors, mixed));
      if (larger > 1e100 || (larger < 1e-100 && larger > 0)) {
        scale += Elementary.log(larger);
        turned /= larger;
        errors /= larger;
        mixed /= larger;
      }
    }
    return scale + Elementary.log(mixed);
  }

  private double slopeDensity(int order, int m, int n, double q, LayerStatistics layers) {
    double r = layers.slopes[m];
    double r4 = layers.slopes4[m];
    if (r == 0) {
      return 0;
    }
    double back = order == 1 ? layers.errors[m] / r : layers.errors2[m] / (r * r + 2 * r4);
    return ActivationMoments.isTiny(q)
        ? back
        : back * density(order, n, r, r4, moments.squaredSlope(q));
  }

  private double valueDensity(int order, int m, int n, double q, LayerStatistics layers) {
    if (!grows || ActivationMoments.isTiny(q)) {
      return 1;
    }
    double s = layers.valuesByVariance(m);
    return density(order, n, s, layers.values4ByVariance(m), moments.squareRatio(q));
  }

  private static double density(int order, int n, double sum, double squares, double mean) {
    double one = sum / (n * mean);
    if (order == 1 || n == 1) {
      return one;
    }
    double pairs = (sum * sum - squares) / (n * (n - 1.0) * mean * mean);
    return Math.fma(single(n), one - pairs, pairs);
  }
}
