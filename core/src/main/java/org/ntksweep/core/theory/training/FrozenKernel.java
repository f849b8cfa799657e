package org.ntksweep.core.theory.training;

import java.util.Arrays;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.SymmetricEigen;

/**
 * A kernel on the training examples that does not move, and how residuals fall under it. With the
 * loss {@code w/2 sum_i |r_i|^2} and {@code r = f - y},
 *
 * <pre>
 * gradient descent   r_t = (I - eta w Theta)^t r_0
 * gradient flow      r(t) = exp(-t w Theta) r_0
 * </pre>
 *
 * <p>An eigenvalue that rounding cannot tell from 0 is 0, as in {@link Spectrum}.
 */
public final class FrozenKernel {
  private final SymmetricEigen eigen;

  /** Its eigenvalues, rising. */
  private final double[] positive;

  private final double weight;

  private FrozenKernel(SymmetricEigen eigen, double weight, Precision precision) {
    this.eigen = eigen;
    this.weight = weight;
    positive = Spectrum.positive(eigen.values(), precision);
  }

  /**
   * A kernel as it is given.
   *
   * @param upperTriangle the kernel, row by row, of finite numbers: one of the examples, which then
   *     acts on each output alone; or one of all pairs of example and output
   * @param weight of an example in the loss: 1/N in the mean, 1 in the sum
   * @throws IllegalArgumentException if it is not such
   */
  public static FrozenKernel of(double[] upperTriangle, double weight) {
    return of(upperTriangle, weight, Precision.DOUBLE);
  }

  /**
   * The same of a kernel that was computed in numbers of some precision.
   *
   * @see #of(double[], double)
   */
  public static FrozenKernel of(double[] upperTriangle, double weight, Precision precision) {
    return new FrozenKernel(SymmetricEigen.of(upperTriangle), weight, precision);
  }

  /** Its eigenvalues. */
  public Spectrum spectrum() {
    return Spectrum.ofEigenvalues(positive);
  }

  /**
   * The rate {@code 2 / (w lambda_max)} below which steps of gradient descent are stable; infinite
   * for the kernel 0.
   */
  public double stableRate() {
    return 2 / (weight * spectrum().largest());
  }

  /**
   * Training from a residual on. The scale alpha of a lazy model changes nothing but its start:
   * where the model is {@code alpha f} and the loss is over {@code alpha^2}, r is {@code f - y /
   * alpha}.
   *
   * @param residual {@code r_0}: in the order of the kernel, or a row for each of its examples with
   *     a number for each output, row by row
   */
  public FrozenPrediction from(double[] residual) {
    int n = eigen.order();
    if (residual.length == 0 || residual.length % n != 0) {
      throw new IllegalArgumentException(residual.length + " residuals for a kernel of order " + n);
    }
    int outputs = residual.length / n;
    double[] losses = new double[n];
    double[] ofOutput = new double[n];
    for (int c = 0; c < outputs; c++) {
      for (int i = 0; i < n; i++) {
        ofOutput[i] = residual[i * outputs + c];
      }
      double[] components = eigen.components(ofOutput);
      for (int k = 0; k < n; k++) {
        losses[k] += 0.5 * weight * components[k] * components[k];
      }
    }
    double[] rates = Arrays.stream(positive).map(value -> weight * value).toArray();
    return new FrozenPrediction(rates, losses);
  }
}
