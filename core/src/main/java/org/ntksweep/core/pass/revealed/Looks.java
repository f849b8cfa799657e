package org.ntksweep.core.pass.revealed;

/**
 * Told of what a {@link RevealedNetwork} draws and of what passes through it. It may change the
 * numbers: then the network has another law.
 */
public interface Looks {
  /** Changes and watches nothing. */
  Looks NONE = new Looks() {};

  /**
   * A forward look has drawn the pre-activations of a layer but for a factor.
   *
   * @param layer from 1 to L
   * @param normals standard normal numbers, which may be changed in place
   * @param deviation the factor, if nothing of the layer was known; as mantissa of {@code exponent}
   */
  default void forward(int layer, double[] normals, double deviation, int exponent) {}

  /**
   * A forward look is complete.
   *
   * @param layer from 1 to L
   * @param image the pre-activations, as mantissas; they may be changed in place
   */
  default void image(int layer, double[] image) {}

  /**
   * A backward look has drawn the errors that come out of a layer, but for the slopes, a factor and
   * what is known already.
   *
   * @param layer from 1 to L
   * @param normals standard normal numbers, which may be changed in place
   */
  default void backward(int layer, double[] normals) {}

  /**
   * Input i has passed upwards through the activations of a hidden layer.
   *
   * @param layer from 1 to L - 1
   * @param value the activations, as mantissas
   * @param slope their derivatives
   */
  default void up(int layer, int i, double[] value, double[] slope) {}

  /**
   * The errors of input i are about to pass downwards through a hidden layer.
   *
   * @param layer from 1 to L - 1
   * @param image the errors without slopes, and those of the biases of the layer above after them
   * @param slope the derivatives of the activations
   */
  default void down(int layer, int i, double[] image, double[] slope) {}
}
