package org.ntksweep.core.simd;

/**
 * The inner loops of activations: value and slope for each of n pre-activations h. Zero for {@code
 * n} does nothing; {@code value} may not be {@code h}, nor {@code slope} either.
 */
public interface ActivationKernels {
  /** {@code value = max(h, 0)} and {@code slope} = 1 where h is positive, else 0. */
  void relu(double[] h, double[] value, double[] slope, int n);

  /** {@code slope = above} where h is positive, else {@code below}, and {@code value = slope h}. */
  void leakyRelu(double below, double above, double[] h, double[] value, double[] slope, int n);

  /** {@code value = tanh(h)} and {@code slope = 1 - value^2}; the value within 4 ulp. */
  void tanh(double[] h, double[] value, double[] slope, int n);

  /** {@code value = erf(h)} and {@code slope = 2/sqrt(pi) exp(-h^2)}; the value within 12 ulp. */
  void erf(double[] h, double[] value, double[] slope, int n);

  /** {@code value = sin(h)} and {@code slope = cos(h)}, both within 2 ulp. */
  void sin(double[] h, double[] value, double[] slope, int n);

  /**
   * {@code value = 1 / (1 + exp(-h))} and {@code slope = value (1 - value)}, within 3 and 5 ulp.
   * The smaller of {@code value} and {@code 1 - value} stays at {@code exp(-300)} for larger |h|.
   */
  void sigmoid(double[] h, double[] value, double[] slope, int n);

  /**
   * {@code value = h Phi(z)} and {@code slope = Phi(z) + z Phi'(z)} at {@code z = unit h}, Phi
   * being the standard normal distribution function: gelu at z, its value in multiples of {@code
   * unit}. The value within 6 ulp; the slope, which has a zero, to 5e-16. Both are 0 for z below
   * -25, where they are below 1e-134.
   */
  void gelu(double unit, double[] h, double[] value, double[] slope, int n);

  /**
   * {@code value = h s(z)} and {@code slope = s(z) (1 + z (1 - s(z)))} at {@code z = unit h}, s
   * being the logistic function: silu at z, its value in multiples of {@code unit}. The value
   * within 4 ulp; the slope, which has a zero, to 5e-16. Both are 0 for z below -300, where they
   * are below 1e-127.
   */
  void silu(double unit, double[] h, double[] value, double[] slope, int n);

  /**
   * {@code value = log(1 + exp(z)) / unit} and {@code slope = 1 / (1 + exp(-z))} at {@code z = unit
   * h}: softplus at z, its value in multiples of {@code unit}, within 4 and 3 ulp. Both are 0 for z
   * below -300, where they are below 1e-130.
   *
   * @param unit a power of two
   */
  void softplus(double unit, double[] h, double[] value, double[] slope, int n);

  /**
   * {@code value = above h} and {@code slope = above} where h is positive, else {@code value =
   * below (exp(z) - 1) / unit} and {@code slope = below exp(z)} at {@code z = unit h}: elu and selu
   * at z, their value in multiples of {@code unit}, within 3 ulp. The slope is exact to an ulp of
   * {@code below}, and 0 for z below -40.
   *
   * @param unit a power of two
   */
  void elu(
      double below, double above, double unit, double[] h, double[] value, double[] slope, int n);
}
