package org.ntksweep.core.training.course;

import java.util.Optional;
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
  /** The class of what has no sign. */
  public static final int NO_CLASS = -1;

  private final Examples examples;
  private final LazyScale lazy;
  private final double weight;
  private final double[][] output;
  private final int[] exponent;
  private final double[][] first;
  private final Optional<TargetClasses> classes;

  /** Room for the answers to these examples. */
  public Answers(Examples examples, Training training) {
    this.examples = examples;
    lazy = training.lazy();
    classes = TargetClasses.of(examples);
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
   * The share of examples that are answered by the class of their targets; not a number where
   * targets are not of classes, or answers not {@linkplain #areNumbers numbers}.
   */
  public double accuracy() {
    if (classes.isEmpty() || !areNumbers()) {
      return Double.NaN;
    }
    int right = 0;
    for (int i = 0; i < examples.count(); i++) {
      right += answeredClass(i) == classes.get().of(i) ? 1 : 0;
    }
    return (double) right / examples.count();
  }

  /** Whether every answer is a number, which may be infinite: else there is no class to tell. */
  public boolean areNumbers() {
    for (int i = 0; i < examples.count(); i++) {
      for (int k = 0; k < examples.outputs(); k++) {
        if (Double.isNaN(answer(i, k))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * The class that the model answers example i by: the output that is largest, of several the
   * first; of a single one 1 where it is positive, 0 where it is negative, and {@link #NO_CLASS}
   * where it is 0.
   */
  public int answeredClass(int i) {
    if (examples.outputs() == 1) {
      double answer = answer(i, 0);
      return answer == 0 ? NO_CLASS : answer > 0 ? 1 : 0;
    }
    int answered = 0;
    for (int k = 1; k < examples.outputs(); k++) {
      answered = answer(i, k) > answer(i, answered) ? k : answered;
    }
    return answered;
  }

  /** The model times a positive number of the example's own, within the range of a double. */
  private double answer(int i, int k) {
    return lazy.centered() ? output(i, k) - first[i][k] : output[i][k];
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
