package org.ntksweep.core.network;

import java.io.Serializable;
import java.util.Objects;

/**
 * The law of a random fully connected network at initialization, the <i>point</i> of a sweep:
 *
 * <pre>
 * x^0 = x,   h^l = W^l x^{l-1} + b^l,   x^l = phi(h^l) for l &lt; L,   f = h^L
 * Var W^l_ij = sigma_w2 / n_{l-1},   Var b^l_i = sigma_b2,   all means 0
 * </pre>
 *
 * @param activation the nonlinearity phi
 * @param sigmaW2 the weight variance times the fan-in; finite, at least 0
 * @param sigmaB2 the bias variance; finite, at least 0
 * @param widths the widths {@code n_0, ..., n_L}
 * @param parametrization how weights and biases follow from what is trained
 * @param initialization the family of laws weights and biases are drawn from
 * @param inputNorm2 the squared norm {@code |x|^2} of the inputs it is met at; finite, above 0
 * @param trainable which parameters the tangent kernel counts
 */
public record Network(
    Activation activation,
    double sigmaW2,
    double sigmaB2,
    Widths widths,
    Parametrization parametrization,
    Initialization initialization,
    double inputNorm2,
    Trainable trainable)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** Checks the numbers; negative zero becomes zero, so that equal laws are equal values. */
  public Network {
    Objects.requireNonNull(activation, "activation");
    Objects.requireNonNull(widths, "widths");
    Objects.requireNonNull(parametrization, "parametrization");
    Objects.requireNonNull(initialization, "initialization");
    Objects.requireNonNull(trainable, "trainable");
    sigmaW2 = variance("sigma_w2", sigmaW2);
    sigmaB2 = variance("sigma_b2", sigmaB2);
    if (!(inputNorm2 > 0) || Double.isInfinite(inputNorm2)) {
      throw new IllegalArgumentException(
          "input_norm2 " + inputNorm2 + ": must be finite and above 0");
    }
  }

  /** A law with independent Gaussian weights and biases, all of them trained, at unit inputs. */
  public Network(
      Activation activation,
      double sigmaW2,
      double sigmaB2,
      Widths widths,
      Parametrization parametrization) {
    this(
        activation,
        sigmaW2,
        sigmaB2,
        widths,
        parametrization,
        Initialization.GAUSSIAN,
        1,
        Trainable.ALL);
  }

  /** The law of the same variances whose weights and biases are drawn from another family. */
  public Network with(Initialization other) {
    return new Network(
        activation, sigmaW2, sigmaB2, widths, parametrization, other, inputNorm2, trainable);
  }

  /** The same law with other widths. */
  public Network with(Widths other) {
    return new Network(
        activation,
        sigmaW2,
        sigmaB2,
        other,
        parametrization,
        initialization,
        inputNorm2,
        trainable);
  }

  /** The same law in another parametrization. */
  public Network with(Parametrization other) {
    return new Network(
        activation, sigmaW2, sigmaB2, widths, other, initialization, inputNorm2, trainable);
  }

  /** The same law with other variances. */
  public Network withVariances(double otherSigmaW2, double otherSigmaB2) {
    return new Network(
        activation,
        otherSigmaW2,
        otherSigmaB2,
        widths,
        parametrization,
        initialization,
        inputNorm2,
        trainable);
  }

  /** The same law with the kernel of other parameters. */
  public Network with(Trainable other) {
    return new Network(
        activation, sigmaW2, sigmaB2, widths, parametrization, initialization, inputNorm2, other);
  }

  /** The same law at inputs of another squared norm. */
  public Network withInputNorm2(double other) {
    return new Network(
        activation, sigmaW2, sigmaB2, widths, parametrization, initialization, other, trainable);
  }

  /** Whether weights and biases are independent normal numbers. */
  public boolean isGaussian() {
    return initialization == Initialization.GAUSSIAN;
  }

  private static double variance(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " " + value + ": must be finite and at least 0");
    }
    return value + 0.0;
  }

  /** The number L of affine layers. */
  public int depth() {
    return widths.depth();
  }

  /** The variance {@code sigma_w2 / n_{l-1}} of one weight of layer l, for l from 1 to L. */
  public double weightVariance(int layer) {
    return sigmaW2 / widths.at(layer - 1);
  }

  /** The factor {@code u_l} of the weight term of the kernel, for l from 1 to L. */
  public double weightFactor(int layer) {
    return parametrization.weightFactor(sigmaW2, widths.at(layer - 1));
  }

  /**
   * The factor {@code v_l} of the bias term of the kernel, the same for every layer; 0 if biases
   * are not trained.
   */
  public double biasFactor() {
    return trainable == Trainable.ALL ? parametrization.biasFactor(sigmaB2) : 0;
  }

  /** The identity of this law: equal for equal laws, whatever sweep they stand in. */
  public PointId id() {
    return PointId.of(this);
  }
}
