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
  private final Watcher watcher;
  private final LinearMap.Images up = this::apply;
  private final LinearMap.Images down = this::differentiate;

  /** Told of what passes between two layers, while it is there to be read. */
  public interface Watcher {
    /** Watches nothing. */
    Watcher NONE =
        new Watcher() {
          @Override
          public void up(int i, double[] value, double[] slope) {}

          @Override
          public void down(int i, double[] image, double[] slope) {}
        };

    /**
     * Input i has passed upwards.
     *
     * @param value its activations, as mantissas
     * @param slope their derivatives
     */
    void up(int i, double[] value, double[] slope);

    /**
     * The errors of input i are about to pass downwards.
     *
     * @param image what {@link LinearMap#transposeTimes} gave
     * @param slope the derivatives of the activations of the input
     */
    void down(int i, double[] image, double[] slope);
  }

  /** The same, unwatched. */
  public <S extends Signals> ActivationLayer(
      AffineLayer<S> below,
      AffineLayer<S> above,
      Nonlinearity phi,
      double[][] slope,
      Kernels kernels) {
    this(below, above, phi, slope, kernels, Watcher.NONE);
  }

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
      Kernels kernels,
      Watcher watcher) {
    this.watcher = watcher;
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
    watcher.up(i, inputsAbove.vector(i), slope[i]);
  }

  private void differentiate(int i, double[] image, int exponent) {
    int n = errorsBelow.dimension();
    watcher.down(i, image, slope[i]);
    if (scaleAbove == 1) {
      kernels.multiply(image, slope[i], errorsBelow.vector(i), n);
    } else {
      kernels.multiply(image, slope[i], image, n);
      kernels.scale(scaleAbove, image, errorsBelow.vector(i), n);
    }
    errorsBelow.accept(i, exponent);
  }
}
