package org.ntksweep.core.theory.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Trainable;

/**
 * A network with its weights and biases, written from the definitions: output, gradient, kernel as
 * the squared norm of the gradient, and the kernel's derivative along it by a difference.
 */
public final class ExplicitStep {
  private static final double STEP = 1e-6;

  private final Network law;

  /** Of every layer and neuron, its weights and then its bias, as they act. */
  private final List<double[][]> layers = new ArrayList<>();

  /** A network of a law. */
  public ExplicitStep(Network law, SplittableRandom random) {
    this.law = law;
    for (int l = 1; l <= law.depth(); l++) {
      int columns = law.widths().at(l - 1);
      double[][] rows = new double[law.widths().at(l)][columns + 1];
      for (double[] row : rows) {
        for (int j = 0; j < columns; j++) {
          row[j] = Math.sqrt(law.weightVariance(l)) * random.nextGaussian();
        }
        row[columns] = Math.sqrt(law.sigmaB2()) * random.nextGaussian();
      }
      layers.add(rows);
    }
  }

  /** {@code f K}. */
  double outputTimesStep() {
    return output() * kernelSlope();
  }

  /** The output f. */
  public double output() {
    return signals().get(law.depth())[0];
  }

  /** {@code K}: how the kernel grows along the gradient of the output. */
  public double kernelSlope() {
    List<double[][]> gradient = gradient();
    move(gradient, STEP);
    double forward = kernel();
    move(gradient, -2 * STEP);
    double backward = kernel();
    move(gradient, STEP);
    return (forward - backward) / (2 * STEP);
  }

  /** How much the kernel grows in a step of gradient descent, which is taken. */
  double changeOfKernel(double rate, double target) {
    double before = kernel();
    move(gradient(), -rate * (output() - target));
    return kernel() - before;
  }

  /** What gradient descent moves weights and biases by, in units of rate times residual. */
  private void move(List<double[][]> gradient, double by) {
    each((l, i, j) -> layers.get(l)[i][j] += by * factor(l, i, j) * gradient.get(l)[i][j]);
  }

  /** The kernel: the sum of the squared derivatives by all that is trained. */
  private double kernel() {
    List<double[][]> gradient = gradient();
    double[] sum = new double[1];
    each((l, i, j) -> sum[0] += factor(l, i, j) * gradient.get(l)[i][j] * gradient.get(l)[i][j]);
    return sum[0];
  }

  /** The square of the derivative of a weight or bias by what is trained. */
  private double factor(int l, int i, int j) {
    boolean isBias = j == layers.get(l)[i].length - 1;
    boolean ntk = law.parametrization().name().equals("NTK");
    if (isBias) {
      return law.trainable() == Trainable.WEIGHTS ? 0 : ntk ? law.sigmaB2() : 1;
    }
    return ntk ? law.weightVariance(l + 1) : 1;
  }

  private interface Parameter {
    void at(int l, int i, int j);
  }

  private void each(Parameter visit) {
    for (int l = 0; l < layers.size(); l++) {
      for (int i = 0; i < layers.get(l).length; i++) {
        for (int j = 0; j < layers.get(l)[i].length; j++) {
          visit.at(l, i, j);
        }
      }
    }
  }

  private List<double[][]> gradient() {
    List<double[]> x = signals();
    List<double[][]> gradient = new ArrayList<>();
    layers.forEach(rows -> gradient.add(new double[rows.length][rows[0].length]));
    double[] delta = {1};
    for (int l = layers.size() - 1; l >= 0; l--) {
      double[][] rows = layers.get(l);
      double[] below = new double[rows[0].length - 1];
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < below.length; j++) {
          gradient.get(l)[i][j] = delta[i] * x.get(l)[j];
          below[j] += delta[i] * rows[i][j];
        }
        gradient.get(l)[i][below.length] = delta[i];
      }
      for (int j = 0; l > 0 && j < below.length; j++) {
        below[j] *= x.get(l)[j] > 0 ? 1 : law.activation().negativeSlope();
      }
      delta = below;
    }
    return gradient;
  }

  /** The input, the activations, the output. */
  private List<double[]> signals() {
    List<double[]> x = new ArrayList<>();
    double[] input = new double[law.widths().inputDim()];
    input[0] = Math.sqrt(law.inputNorm2());
    x.add(input);
    for (double[][] rows : layers) {
      double[] below = x.get(x.size() - 1);
      double[] h = new double[rows.length];
      for (int i = 0; i < h.length; i++) {
        h[i] = rows[i][below.length];
        for (int j = 0; j < below.length; j++) {
          h[i] += rows[i][j] * below[j];
        }
        boolean hidden = x.size() < layers.size();
        h[i] = hidden && h[i] < 0 ? law.activation().negativeSlope() * h[i] : h[i];
      }
      x.add(h);
    }
    return x;
  }
}
