package org.ntksweep.core.training.plain;

import org.apache.commons.numbers.gamma.Erf;
import org.ntksweep.core.network.Network;

/**
 * The oracle: a network with its weights in arrays, trained by plain loops; its kernel from
 * Jacobians. Shares nothing with trainers but the definition of the network.
 */
public final class PlainNetwork {
  private final Network law;

  /** At l from 1: n_l rows of n_{l-1} weights, and n_l biases. */
  public final double[][][] weights;

  public final double[][] biases;
  private final double[][][][] weightMemory;
  private final double[][][] biasMemory;

  private final int dimension;

  /**
   * A network of zeros.
   *
   * @param dimension how many numbers its inputs have: coordinates in the space they span
   */
  public PlainNetwork(Network law, int dimension) {
    this.law = law;
    this.dimension = dimension;
    int depth = law.depth();
    weights = new double[depth + 1][][];
    biases = new double[depth + 1][];
    weightMemory = new double[depth + 1][][][];
    biasMemory = new double[depth + 1][][];
    for (int l = 1; l <= depth; l++) {
      int rows = law.widths().at(l);
      int columns = l == 1 ? dimension : law.widths().at(l - 1);
      weights[l] = new double[rows][columns];
      biases[l] = new double[rows];
      weightMemory[l] = new double[rows][columns][2];
      biasMemory[l] = new double[rows][2];
    }
  }

  /** Derivatives of a function of the parameters. */
  private static final class Gradient {
    private final double[][][] weights;
    private final double[][] biases;

    private Gradient(double[][][] weights, double[][] biases) {
      this.weights = weights;
      this.biases = biases;
    }
  }

  private Gradient zero() {
    PlainNetwork same = new PlainNetwork(law, dimension);
    return new Gradient(same.weights, same.biases);
  }

  public double[] outputs(double[] x) {
    double[][] h = preActivations(x);
    return h[law.depth()];
  }

  boolean hasHiddenLayer() {
    return law.depth() > 1;
  }

  /** Whether there are weights above a hidden layer, and they can move. */
  boolean learnsFromFeatures() {
    return hasHiddenLayer() && law.weightFactor(law.depth()) > 0;
  }

  /** What enters the last layer. */
  public double[] features(double[] x) {
    int last = law.depth() - 1;
    return last == 0 ? x : values(preActivations(x)[last]);
  }

  private double[][] preActivations(double[] x) {
    double[][] h = new double[law.depth() + 1][];
    double[] below = x;
    for (int l = 1; l <= law.depth(); l++) {
      h[l] = new double[biases[l].length];
      for (int r = 0; r < h[l].length; r++) {
        h[l][r] = biases[l][r];
        for (int c = 0; c < below.length; c++) {
          h[l][r] += weights[l][r][c] * below[c];
        }
      }
      below = values(h[l]);
    }
    return h;
  }

  private double[] values(double[] h) {
    double[] x = new double[h.length];
    for (int r = 0; r < h.length; r++) {
      x[r] = value(h[r]);
    }
    return x;
  }

  /** Adds the derivatives of {@code <seed, f(x)>}. */
  private void differentiate(double[] x, double[] seed, Gradient into) {
    differentiate(x, law.depth(), seed, into);
  }

  /** Adds those of {@code <error, h>}, h the pre-activations of a layer. */
  private void differentiate(double[] x, int top, double[] seed, Gradient into) {
    double[][] h = preActivations(x);
    double[] error = seed;
    for (int l = top; l >= 1; l--) {
      double[] below = l == 1 ? x : values(h[l - 1]);
      double[] next = new double[below.length];
      for (int r = 0; r < error.length; r++) {
        into.biases[l][r] += error[r];
        for (int c = 0; c < below.length; c++) {
          into.weights[l][r][c] += error[r] * below[c];
          next[c] += weights[l][r][c] * error[r];
        }
      }
      if (l > 1) {
        for (int c = 0; c < next.length; c++) {
          next[c] *= slope(h[l - 1][c]);
        }
      }
      error = next;
    }
  }

  /** The kernel traced over outputs, by Jacobians. */
  public double[][] kernel(double[][] x) {
    return traced(blocks(x, outputJacobians(x)));
  }

  /** That of the features, traced over them. */
  double[][] featuresKernel(double[][] x) {
    return traced(featureBlocks(x));
  }

  /** {@code Theta_ks(x_i, x_j)} of outputs at k, s, i, j. */
  public double[][][][] outputBlocks(double[][] x) {
    return blocks(x, outputJacobians(x));
  }

  /** {@code Theta^h_pq(x_i, x_j)} of features at p, q, i, j. */
  public double[][][][] featureBlocks(double[][] x) {
    return blocks(x, featureJacobians(x));
  }

  private Gradient[][] outputJacobians(double[][] x) {
    Gradient[][] jacobian = new Gradient[x.length][law.widths().outputs()];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < jacobian[i].length; k++) {
        jacobian[i][k] = zero();
        double[] seed = new double[jacobian[i].length];
        seed[k] = 1;
        differentiate(x[i], seed, jacobian[i][k]);
      }
    }
    return jacobian;
  }

  private Gradient[][] featureJacobians(double[][] x) {
    int last = law.depth() - 1;
    Gradient[][] jacobian = new Gradient[x.length][law.widths().at(last)];
    for (int i = 0; i < x.length; i++) {
      double[] h = preActivations(x[i])[last];
      for (int p = 0; p < h.length; p++) {
        jacobian[i][p] = zero();
        double[] seed = new double[h.length];
        seed[p] = slope(h[p]);
        differentiate(x[i], last, seed, jacobian[i][p]);
      }
    }
    return jacobian;
  }

  private double[][][][] blocks(double[][] x, Gradient[][] jacobian) {
    int count = jacobian[0].length;
    double[][][][] blocks = new double[count][count][x.length][x.length];
    for (int k = 0; k < count; k++) {
      for (int s = 0; s < count; s++) {
        for (int i = 0; i < x.length; i++) {
          for (int j = 0; j < x.length; j++) {
            blocks[k][s][i][j] = inner(jacobian[i][k], jacobian[j][s]);
          }
        }
      }
    }
    return blocks;
  }

  private static double[][] traced(double[][][][] blocks) {
    int inputs = blocks[0][0].length;
    double[][] kernel = new double[inputs][inputs];
    for (int k = 0; k < blocks.length; k++) {
      for (int i = 0; i < inputs; i++) {
        for (int j = 0; j < inputs; j++) {
          kernel[i][j] += blocks[k][k][i][j];
        }
      }
    }
    return kernel;
  }

  private double inner(Gradient a, Gradient b) {
    double sum = 0;
    for (int l = 1; l <= law.depth(); l++) {
      for (int r = 0; r < biases[l].length; r++) {
        sum += law.biasFactor() * a.biases[l][r] * b.biases[l][r];
        for (int c = 0; c < weights[l][r].length; c++) {
          sum += law.weightFactor(l) * a.weights[l][r][c] * b.weights[l][r][c];
        }
      }
    }
    return sum;
  }

  /** What becomes of one parameter. */
  public interface Rule {
    /**
     * The parameter after a step.
     *
     * @param memory two numbers that it keeps for the next one, 0 at first
     */
    double next(double theta, double g, double[] memory);
  }

  /**
   * One step of what is trained: weights and biases themselves, or what they are multiples of.
   *
   * @param seeds of every input the derivative of the loss by its outputs
   * @param decay what part of themselves weights have more in their gradient
   */
  public void step(double[][] x, double[][] seeds, double decay, Rule rule) {
    Gradient gradient = zero();
    for (int i = 0; i < x.length; i++) {
      differentiate(x[i], seeds[i], gradient);
    }
    for (int l = 1; l <= law.depth(); l++) {
      double ofBias = Math.sqrt(law.biasFactor());
      double ofWeight = Math.sqrt(law.weightFactor(l));
      move(biases[l], biasMemory[l], gradient.biases[l], ofBias, rule);
      for (int r = 0; r < weights[l].length; r++) {
        Rule ofDecaying = (theta, g, memory) -> rule.next(theta, g + decay * theta, memory);
        move(weights[l][r], weightMemory[l][r], gradient.weights[l][r], ofWeight, ofDecaying);
      }
    }
  }

  private static void move(double[] theta, double[][] memory, double[] g, double unit, Rule rule) {
    for (int c = 0; c < theta.length; c++) {
      if (unit > 0) {
        theta[c] = unit * rule.next(theta[c] / unit, unit * g[c], memory[c]);
      }
    }
  }

  private double value(double z) {
    return switch (law.activation().kind()) {
      case RELU -> Math.max(z, 0);
      case TANH -> Math.tanh(z);
      case ERF -> Erf.value(z);
      case LINEAR -> z;
      case SOFTPLUS -> Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
      default -> throw new IllegalArgumentException(law.activation().label());
    };
  }

  private double slope(double z) {
    return switch (law.activation().kind()) {
      case RELU -> z > 0 ? 1 : 0;
      case TANH -> 1 - Math.tanh(z) * Math.tanh(z);
      case ERF -> 2 / Math.sqrt(Math.PI) * Math.exp(-z * z);
      case LINEAR -> 1;
      case SOFTPLUS -> 1 / (1 + Math.exp(-z));
      default -> throw new IllegalArgumentException(law.activation().label());
    };
  }
}
