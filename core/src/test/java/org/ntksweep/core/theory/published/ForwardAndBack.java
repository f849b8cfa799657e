package org.ntksweep.core.theory.published;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * ReLU networks with every weight drawn, constant width, {@code sigma_w2 = 2}, no biases: samples
 * of {@code (|x^k|^2 / |x^0|^2) (|delta^1|^2 / |delta^{k+1}|^2)}, the product over k layers of
 * Lemma A.4.
 */
final class ForwardAndBack {
  private final int width;
  private final ContinuousSampler normal;

  /** {@code W^l} at l - 1; and {@code h^l}. */
  private final double[][][] weights;

  private final double[][] h;

  ForwardAndBack(int width, int layers, ContinuousSampler normal) {
    this.width = width;
    this.normal = normal;
    weights = new double[layers][width][width];
    h = new double[layers][width];
  }

  double sample() {
    double[] x = new double[width];
    x[0] = 1;
    for (int l = 0; l < h.length; l++) {
      x = forward(l, x);
    }
    // The errors of the layer above are any unit vector: one fresh weight meets each neuron.
    double[] incoming = new double[width];
    for (int i = 0; i < width; i++) {
      incoming[i] = weight();
    }
    for (int l = h.length - 1; l > 0; l--) {
      incoming = back(l, incoming);
    }
    return norm2(x) * norm2(throughSlopes(0, incoming));
  }

  private double[] forward(int l, double[] x) {
    double[] active = new double[width];
    for (int i = 0; i < width; i++) {
      double sum = 0;
      for (int j = 0; j < width; j++) {
        weights[l][i][j] = weight();
        sum += weights[l][i][j] * x[j];
      }
      h[l][i] = sum;
      active[i] = Math.max(sum, 0);
    }
    return active;
  }

  private double[] back(int l, double[] incoming) {
    double[] delta = throughSlopes(l, incoming);
    double[] below = new double[width];
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < width; i++) {
        below[j] += weights[l][i][j] * delta[i];
      }
    }
    return below;
  }

  private double[] throughSlopes(int l, double[] incoming) {
    double[] delta = incoming.clone();
    for (int i = 0; i < width; i++) {
      delta[i] *= h[l][i] > 0 ? 1 : 0;
    }
    return delta;
  }

  private double weight() {
    return normal.sample() * Math.sqrt(2.0 / width);
  }

  private static double norm2(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum;
  }
}
