package org.ntksweep.core.pass;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Scale;

/**
 * The standard deviations of a layer's weights and biases, carried so that no variance a double
 * holds leads out of its range.
 *
 * @param weight the standard deviation of a weight, a mantissa of {@code exponent}
 * @param exponent 0 unless the variance is extreme
 * @param bias the standard deviation of a bias
 */
public record LayerScale(double weight, int exponent, double bias) {
  /** Biases are no more than about two to the power of this, in units of a signal's mantissas. */
  private static final int BIAS_EXPONENT = 100;

  /** The scale of layer l, from 1 to L. */
  public static LayerScale of(Network network, int l) {
    double variance = network.weightVariance(l);
    int exponent = Scale.isExtreme(variance) ? Scale.evenExponent(variance) / 2 : 0;
    double weight = Math.sqrt(Math.scalb(variance, -2 * exponent));
    return new LayerScale(weight, exponent, Math.sqrt(network.sigmaB2()));
  }

  /** Whether biases differ from 0. */
  public boolean hasBias() {
    return bias > 0;
  }

  /** The exponent of pre-activations, if that of the signal entering is {@code input}. */
  public int imageExponent(int input) {
    return withBias(input + exponent, bias);
  }

  /** The exponent of pre-activations, if that of their other part is {@code e}. */
  public static int withBias(int e, double bias) {
    return bias > 0 ? Math.max(e, Math.getExponent(bias) - BIAS_EXPONENT) : e;
  }

  /** The factor of weights between mantissas of a signal and of its pre-activations. */
  public double weight(int input, int image) {
    return Scale.shift(weight, input + exponent - image);
  }

  /** The standard deviation of a bias as a mantissa of {@code image}. */
  public double bias(int image) {
    return Scale.shift(bias, -image);
  }
}
