package org.ntksweep.core.pass;

/**
 * What a layer does to the signals that enter it: {@code h = W x + b}, a linear map of {@code (x,
 * 1)}, and its transpose. Blocks of vectors are multiplied in one call; what of the map has to be
 * known for that is the implementation's matter.
 *
 * @param <S> where it finds the vectors
 */
public interface LinearMap<S extends Signals> {

  /** Receives the images of a block of vectors, one after the other. */
  @FunctionalInterface
  interface Images {
    /**
     * Takes one of them.
     *
     * @param i the number of the vector whose image it is
     * @param image the image as mantissas; work space, which may be overwritten now and is not to
     *     be kept
     * @param exponent what the mantissas stand for, times two to the power of it
     */
    void take(int i, double[] image, int exponent);
  }

  /** {@code W x_i + b} for i from {@code from} to {@code to - 1}. */
  void times(S x, int from, int to, Images images);

  /**
   * {@code W' e_i} for i from {@code from} to {@code to - 1}, without the factor {@link #scale},
   * which the receiver multiplies by.
   */
  void transposeTimes(S errors, int from, int to, Images images);

  /**
   * {@code (W, b) += sum over i of e_i (x_i, 1)'}, for i from {@code from} to {@code to - 1}: a
   * step of gradient descent for errors that hold the learning rate and its sign. The inputs must
   * have been multiplied by the map as it is.
   *
   * @throws UnsupportedOperationException if its weights stay as they are drawn
   */
  default void add(S errors, S x, int from, int to) {
    throw new UnsupportedOperationException("these weights do not move");
  }

  /** The factor that {@link #transposeTimes} leaves out: a weight is so many times what it does. */
  double scale();
}
