package org.ntksweep.core.sampling.revealed;

import org.ntksweep.core.network.Network;

/**
 * What the density of a network depends on, of one input and layer by layer. A backward look draws
 * {@code g}, standard normal, and its image is {@code y = g - (a - f) u}: u the direction of what
 * entered the layer going forward, {@code a = u . g}, {@code f = u . y} known before. Tilted are
 * draws of g by {@code W = sum of phi'^2 g^2}, of which the network does not know a; its density is
 * the mean over {@code a ~ N(0, 1)} of
 *
 * <pre>
 * W = Y + 2 (a - f) P + (a - f)^2 S,   Y = |phi' y|^2,  P = sum of phi'^2 y u,  S = |phi' u|^2
 * </pre>
 */
final class LayerStatistics {
  /** The variance of the pre-activations of hidden layer m, at m; as mantissa of an exponent. */
  final double[] variance;

  final int[] varianceExponent;

  /** The sums of {@code phi'^2} and {@code phi'^4}. */
  final double[] slopes;

  final double[] slopes4;

  /** The sums of {@code phi^2} and {@code phi^4}, as mantissas of twice, four times an exponent. */
  final double[] values;

  final double[] values4;
  final int[] valueExponent;

  /** f, P, S of the backward look at hidden layer m, and from them: */
  final double[] along;

  final double[] crossed;
  final double[] spread;

  /** {@code E[W]} and {@code E[W^2]}. */
  final double[] errors;

  final double[] errors2;

  private final Network network;

  /**
   * The output in units of its deviation: what the last backward look sees of its input. Not a
   * number if that is 0.
   */
  double output;

  LayerStatistics(Network network) {
    this.network = network;
    int depth = network.depth();
    variance = new double[depth];
    varianceExponent = new int[depth];
    slopes = new double[depth];
    slopes4 = new double[depth];
    values = new double[depth];
    values4 = new double[depth];
    valueExponent = new int[depth];
    along = new double[depth];
    crossed = new double[depth];
    spread = new double[depth];
    errors = new double[depth];
    errors2 = new double[depth];
  }

  /** The means over a, {@code Y} being known. */
  void finish(int m, double y) {
    double f = along[m];
    double p = crossed[m];
    double s = spread[m];
    double square = f * f;
    // The moments of a - f.
    double second = 1 + square;
    double third = -f * (square + 3);
    double fourth = square * (square + 6) + 3;
    errors[m] = Math.max(0, y - 2 * f * p + second * s);
    errors2[m] =
        Math.max(
            0,
            y * y
                + 4 * p * p * second
                + s * s * fourth
                - 4 * y * p * f
                + 2 * y * s * second
                + 4 * p * s * third);
  }

  /** The square of the output to the power of the order, in units of its mean. */
  double outputDensity(int order) {
    double square = output * output;
    if (Double.isNaN(square)) {
      return 1;
    }
    return order == 1 ? square : square * square / 3;
  }

  /** How many neurons hidden layer m has. */
  int width(int m) {
    return network.widths().at(m);
  }

  /** The variance of the pre-activations of layer m: 0 or infinite beyond a double. */
  double variance(int m) {
    return Math.scalb(variance[m], varianceExponent[m]);
  }

  /** The sum of {@code phi^2} in units of the variance. */
  double valuesByVariance(int m) {
    return Math.scalb(values[m] / variance[m], 2 * valueExponent[m] - varianceExponent[m]);
  }

  /** The sum of {@code phi^4} in units of the squared variance. */
  double values4ByVariance(int m) {
    double square = variance[m] * variance[m];
    return Math.scalb(values4[m] / square, 4 * valueExponent[m] - 2 * varianceExponent[m]);
  }
}
