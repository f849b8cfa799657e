package org.ntksweep.core.sampling;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;

/**
 * The oracle: every weight and bias drawn and stored, plain loops forward and back, activations
 * from the Java library. Shares nothing with the samplers but the definition of the network. No
 * care for the range of doubles.
 */
public final class ExplicitNetworkSampler {
  /** Where the parameters come from, in units of their standard deviation. */
  @FunctionalInterface
  public interface Draws {
    /** Fills {@code out} with weights, row after row. */
    void fillWeights(double[] out, int rows, int columns);

    /** Fills {@code out} with biases. */
    default void fillBiases(double[] out) {
      fillWeights(out, out.length, 1);
    }
  }

  private final Network network;
  private final Draws draws;
  private final int inputs;

  /** Row-major, n_l rows of n_{l-1} entries, at l. */
  private final double[][] weights;

  private final double[][] biases;

  /** Activations, pre-activations and errors, at [l][input]. */
  private final double[][][] x;

  private final double[][][] h;
  private final double[][][] delta;

  /** A sampler for {@code network} at {@code inputs}. */
  public ExplicitNetworkSampler(Network network, Inputs inputs, Draws draws) {
    this.network = network;
    this.draws = draws;
    this.inputs = inputs.count();
    int depth = network.depth();
    weights = new double[depth + 1][];
    biases = new double[depth + 1][];
    x = new double[depth + 1][this.inputs][];
    h = new double[depth + 1][this.inputs][];
    delta = new double[depth + 1][this.inputs][];
    for (int l = 0; l <= depth; l++) {
      int n = network.widths().at(l);
      if (l > 0) {
        weights[l] = new double[n * network.widths().at(l - 1)];
        biases[l] = new double[n];
      }
      for (int i = 0; i < this.inputs; i++) {
        x[l][i] = new double[n];
        h[l][i] = new double[n];
        delta[l][i] = new double[n];
      }
    }
    for (int i = 0; i < this.inputs; i++) {
      for (int m = 0; m < inputs.dimension(); m++) {
        x[0][i][m] = inputs.at(i, m);
      }
      delta[depth][i][0] = 1;
    }
  }

  /** Draws a network and returns entry {@code (i, j)} of its kernel matrix. */
  public double sample(int i, int j) {
    return sample().at(i, j);
  }

  /** Draws a network and returns its kernel matrix. */
  Theta sample() {
    for (int l = 1; l <= network.depth(); l++) {
      draws.fillWeights(weights[l], network.widths().at(l), network.widths().at(l - 1));
      draws.fillBiases(biases[l]);
    }
    for (int i = 0; i < inputs; i++) {
      forward(i);
      backward(i);
    }
    return kernel();
  }

  private void forward(int i) {
    for (int l = 1; l <= network.depth(); l++) {
      double sigmaW = Math.sqrt(network.weightVariance(l));
      double sigmaB = Math.sqrt(network.sigmaB2());
      double[] below = x[l - 1][i];
      int columns = below.length;
      for (int r = 0; r < h[l][i].length; r++) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
          sum += weights[l][r * columns + c] * below[c];
        }
        h[l][i][r] = sigmaW * sum + sigmaB * biases[l][r];
        x[l][i][r] = value(h[l][i][r]);
      }
    }
  }

  private void backward(int i) {
    for (int l = network.depth(); l > 1; l--) {
      double sigmaW = Math.sqrt(network.weightVariance(l));
      double[] below = delta[l - 1][i];
      int columns = below.length;
      Arrays.fill(below, 0);
      for (int r = 0; r < delta[l][i].length; r++) {
        double error = sigmaW * delta[l][i][r];
        for (int c = 0; c < columns; c++) {
          below[c] += weights[l][r * columns + c] * error;
        }
      }
      for (int c = 0; c < columns; c++) {
        below[c] *= slope(h[l - 1][i][c]);
      }
    }
  }

  private Theta kernel() {
    Theta theta = new Theta(inputs);
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < inputs; j++) {
        for (int l = 1; l <= network.depth(); l++) {
          double d = dot(delta[l][i], delta[l][j]);
          double inner = dot(x[l - 1][i], x[l - 1][j]);
          theta.add(i, j, network.weightFactor(l) * d * inner, network.biasFactor() * d);
        }
      }
    }
    return theta;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private double value(double z) {
    return switch (network.activation().kind()) {
      case RELU -> Math.max(z, 0);
      case TANH -> Math.tanh(z);
      case ERF -> Erf.value(z);
      case LINEAR -> z;
      case SIGMOID -> 1 / (1 + Math.exp(-z));
      case GELU -> z * phi(z);
      case LEAKY_RELU -> z > 0 ? z : network.activation().negativeSlope() * z;
      case SILU -> z / (1 + Math.exp(-z));
      case ELU, SELU -> z > 0 ? above() * z : network.activation().negativeSlope() * Math.expm1(z);
      case SOFTPLUS -> Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
      case SIN -> Math.sin(z);
    };
  }

  private double above() {
    return network.activation().kind().slopeAboveZero();
  }

  private double slope(double z) {
    return switch (network.activation().kind()) {
      case RELU -> z > 0 ? 1 : 0;
      case TANH -> 1 - Math.tanh(z) * Math.tanh(z);
      case ERF -> 2 / Math.sqrt(Math.PI) * Math.exp(-z * z);
      case LINEAR -> 1;
      case SIGMOID -> 1 / (2 + Math.exp(z) + Math.exp(-z));
      case GELU -> phi(z) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      case LEAKY_RELU -> z > 0 ? 1 : network.activation().negativeSlope();
      case SILU -> (1 + z / (1 + Math.exp(z))) / (1 + Math.exp(-z));
      case ELU, SELU -> z > 0 ? above() : network.activation().negativeSlope() * Math.exp(z);
      case SOFTPLUS -> 1 / (1 + Math.exp(-z));
      case SIN -> Math.cos(z);
    };
  }

  /** The standard normal distribution function. */
  private static double phi(double z) {
    return 0.5 * Erfc.value(-z / Math.sqrt(2));
  }
}
