package org.ntksweep.core.training.course;

import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.TargetClasses;
import org.ntksweep.core.number.ScaledSum;
import org.ntksweep.core.pass.LinearMap;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Training;

/**
 * What a network answers to examples, and what its loss is. With the model {@code m = alpha f}, or
 * {@code alpha (f - f_0)} where it is centered, and the weight w of an example (1/N or 1)
 *
 * <pre>loss = w / (2 alpha^2) sum over i of |m(x_i) - y_i|^2</pre>
 */
public final class Answers implements LinearMap.Images {
  private final Examples examples;
  private final LazyScale lazy;
  private final double weight;
  private final double[][] output;
  private final int[] exponent;
  private final double[][] first;
  private final boolean ofClasses;

  /** Room for the answers to these examples. */
  public Answers(Examples examples, Training training) {
    this.examples = examples;
    lazy = training.lazy();
    ofClasses = TargetClasses.of(examples).isPresent();
    weight = training.loss().weight(examples.count());
    output = new double[examples.count()][examples.outputs()];
    exponent = new int[examples.count()];
    first = new double[lazy.centered() ? examples.count() : 0][examples.outputs()];
  }

  @Override
  public void take(int i, double[] image, int exponent) {
    System.arraycopy(image, 0, output[i], 0, examples.outputs());
    this.exponent[i] = exponent;
  }

  /** Takes the answers there are for those of the initialization. */
  public void begin() {
    for (int i = 0; i < first.length; i++) {
      for (int k = 0; k < examples.outputs(); k++) {
        first[i][k] = output(i, k);
      }
    }
  }

  /** Output k at example i; infinite or 0 where the range of a double ends. */
  public double output(int i, int k) {
    return Math.scalb(output[i][k], exponent[i]);
  }

  /** The model at example i, output k. */
  public double model(int i, int k) {
    double f = output(i, k);
    return lazy.alpha() * (lazy.centered() ? f - first[i][k] : f);
  }

  /** The derivative of the loss by output k at example i. */
  public double slope(int i, int k) {
    return weight / lazy.alpha() * (model(i, k) - examples.target(i, k));
  }

  private double residual(int i, int k) {
    return (model(i, k) - examples.target(i, k)) / lazy.alpha();
  }

  /**
   * The residuals {@code (m - y) / alpha}, a row for each example: what shrinks where training is
   * linear.
   */
  public double[] residuals() {
    double[] residuals = new double[examples.count() * examples.outputs()];
    int at = 0;
    for (int i = 0; i < examples.count(); i++) {
      for (int k = 0; k < examples.outputs(); k++) {
        residuals[at++] = residual(i, k);
      }
    }
    return residuals;
  }

  /** The loss; infinite or not a number where outputs are too large. */
  public double loss() {
    double sum = 0;
    for (int i = 0; i < examples.count(); i++) {
      for (int k = 0; k < examples.outputs(); k++) {
        double miss = residual(i, k);
        sum += miss * miss;
      }
    }
    return weight / 2 * sum;
  }

  /**
   * The share of examples whose largest output, or sign if there is one, is the target's; not a
   * number where targets are not of classes.
   */
  public double accuracy() {
    if (!ofClasses) {
      return Double.NaN;
    }
    int right = 0;
    for (int i = 0; i < examples.count(); i++) {
      right += isRight(i) ? 1 : 0;
    }
    return (double) right / examples.count();
  }

  /** The output that is largest at example i; of a single one 1 where it is positive, else 0. */
  public int answeredClass(int i) {
    if (examples.outputs() == 1) {
      return output(i, 0) > 0 ? 1 : 0;
    }
    int answered = 0;
    for (int k = 1; k < examples.outputs(); k++) {
      answered = output(i, k) > output(i, answered) ? k : answered;
    }
    return answered;
  }

  private boolean isRight(int i) {
    if (examples.outputs() == 1) {
      return Math.signum(model(i, 0)) == Math.signum(examples.target(i, 0));
    }
    int answered = 0;
    int wanted = 0;
    for (int k = 1; k < examples.outputs(); k++) {
      answered = model(i, k) > model(i, answered) ? k : answered;
      wanted = examples.target(i, k) > examples.target(i, wanted) ? k : wanted;
    }
    return answered == wanted;
  }

  /** The logarithm of the root mean square output, finite also beyond the range of a double. */
  public double logRootMeanSquare() {
    ScaledSum sum = new ScaledSum();
    for (int i = 0; i < examples.count(); i++) {
      for (double f : output[i]) {
        sum.add(f * f, 2 * exponent[i]);
      }
    }
    return sum.number().over(examples.count() * (double) examples.outputs()).sqrt().logAbs();
  }
}
