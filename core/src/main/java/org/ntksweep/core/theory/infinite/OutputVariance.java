package org.ntksweep.core.theory.infinite;

import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The variance over initializations of an output at an input that is held out, along training on S
 * others, in the limit where the kernel stays what it is at initialization. All S + 1 inputs have
 * one norm and, any two of them, one cosine; targets are given. Seleznova and Kutyniok (2021),
 * Theorem 5.3, is the end of it, a = 1:
 *
 * <pre>
 * Var = (1 + A^2 / S)(q_L - q_Lsr) + (A - 1)^2 q_Lsr,   A = a S / (Theta_1/Theta_2 + S - 1)
 * </pre>
 *
 * <p>with the variance {@code q_L} of an output at initialization, the covariance {@code q_Lsr} of
 * two, the kernel's entries {@code Theta_1} on and {@code Theta_2} off the diagonal, and the share
 * a that is gone of what residuals have in common: the eigenvector of ones is all that training
 * says to the input held out.
 */
public final class OutputVariance {
  private final int samples;

  /** {@code q_L - q_Lsr}. */
  private final ScaledNumber own;

  /** {@code q_Lsr}. */
  private final ScaledNumber common;

  private final double largest;

  /** A at the end, and one less, which has digits of its own. */
  private final double gain;

  private final double gainMinus1;

  private OutputVariance(
      InfiniteWidthEntry pair, ScaledNumber diagonal, ScaledNumber offDiagonal, int samples) {
    this.samples = samples;
    own = pair.squaredDistance().times(0.5);
    common = pair.covariance();
    double inverse = offDiagonal.dividedBy(diagonal);
    double denominator = 1 + (samples - 1) * inverse;
    largest = diagonal.times(denominator).value();
    gain = samples * inverse / denominator;
    gainMinus1 = (inverse - 1) / denominator;
  }

  /**
   * Of networks of a law.
   *
   * @param inputs two of the inputs
   * @param samples the number S of inputs to train on, at least 1
   */
  public static OutputVariance of(Network law, Inputs inputs, int samples) {
    InfiniteWidthEntry pair = InfiniteWidthKernel.of(law, inputs, 0, 1).atFullDepth();
    ScaledNumber diagonal = InfiniteWidthKernel.of(law, inputs, 0, 0).atFullDepth().kernel();
    return new OutputVariance(pair, diagonal, pair.kernel(), samples);
  }

  /** The same of another kernel at these outputs, as its weight part. */
  static OutputVariance of(
      InfiniteWidthEntry pair, ScaledNumber diagonal, ScaledNumber offDiagonal, int samples) {
    return new OutputVariance(pair, diagonal, offDiagonal, samples);
  }

  /** The kernel's eigenvalue of ones, {@code Theta_1 + (S - 1) Theta_2}. */
  public double commonEigenvalue() {
    return largest;
  }

  /**
   * The variance.
   *
   * @param left what is left of a residual along ones, 1 at initialization, 0 at the end of
   *     training; below 0 where steps overshoot
   * @return at least 0; infinite where the range of a double ends
   */
  public double at(double left) {
    double a = gain * (1 - left);
    double aMinus1 = gainMinus1 - gain * left;
    return own.times(1 + a * a / samples).plus(common.times(aMinus1 * aMinus1)).value();
  }
}
