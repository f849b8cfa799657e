package org.ntksweep.core.pass;

import org.ntksweep.core.simd.Kernels;

/**
 * The activation between two affine layers: {@code x^l = phi(h^l)} on the way up, {@code delta^l =
 * phi'(h^l) W' delta^{l+1}} on the way down.
 */
public final class ActivationLayer {
  private final Nonlinearity phi;
  private final Kernels kernels;
  private final Signals errorsBelow;
  private final Signals inputsAbove;
  private final double scaleAbove;
  private final double[][] slope;
  private final LinearMap.Images up = this::apply;
  private final LinearMap.Images down = this::differentiate;

  /**
   * What is between two layers.
   *
   * @param slope room for the derivatives at each input; inputs that do not pass at the same time
   *     may share it
   */
  public <S extends Signals> ActivationLayer(
      AffineLayer<S> below,
      AffineLayer<S> above,
      Nonlinearity phi,
      double[][] slope,
      Kernels kernels) {
    this.phi = phi;
    this.kernels = kernels;
    this.slope = slope;
    errorsBelow = below.errors();
    inputsAbove = above.inputs();
    scaleAbove = above.map().scale();
  }

  /** Takes pre-activations from the layer below. */
  LinearMap.Images up() {
    return up;
  }

  /** Takes errors, multiplied by the weights, from the layer above. */
  LinearMap.Images down() {
    return down;
  }

  private void apply(int i, double[] h, int exponent) {
    int n = inputsAbove.dimension();
    int applied = phi.apply(h, exponent, inputsAbove.vector(i), slope[i], n);
    inputsAbove.accept(i, applied);
  }

  private void differentiate(int i, double[] image, int exponent) {
    int n = errorsBelow.dimension();
    kernels.multiply(image, slope[i], image, n);
    kernels.scale(scaleAbove, image, errorsBelow.vector(i), n);
    errorsBelow.accept(i, exponent);
  }
}
