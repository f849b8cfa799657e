package org.ntksweep.core.theory.infinite;

import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * The kernels of one pair of inputs and one depth, in the limit of infinite width: the covariance
 * of the outputs (NNGP) and the tangent kernel (NTK) with its parts.
 */
public final class InfiniteWidthEntry {
  private final Covariance outputs;
  private final ScaledNumber weight;
  private final ScaledNumber bias;

  InfiniteWidthEntry(Covariance outputs, ScaledNumber weight, ScaledNumber bias) {
    this.outputs = outputs;
    this.weight = weight;
    this.bias = bias;
  }

  /** {@code E[f(x) f(y)]}; infinite or zero where the range of a double ends, like all of these. */
  public double outputCovariance() {
    return covariance().value();
  }

  /** {@code Theta(x, y)}. */
  public double theta() {
    return kernel().value();
  }

  /** The part of {@code Theta(x, y)} that weights contribute. */
  public double thetaWeight() {
    return weight.value();
  }

  /** The part of {@code Theta(x, y)} that biases contribute. */
  public double thetaBias() {
    return bias.value();
  }

  /**
   * {@code log |Theta(x, y)|}, finite at any depth; negative infinity only if the kernel is exactly
   * zero.
   */
  public double logAbsTheta() {
    return kernel().logAbs();
  }

  ScaledNumber covariance() {
    return ScaledNumber.of(outputs.q12(), outputs.exponent());
  }

  /** {@code E[(f(x) - f(y))^2]}. */
  ScaledNumber squaredDistance() {
    return ScaledNumber.of(outputs.squaredDistance(), outputs.exponent());
  }

  ScaledNumber weightPart() {
    return weight;
  }

  ScaledNumber kernel() {
    return weight.plus(bias);
  }
}
