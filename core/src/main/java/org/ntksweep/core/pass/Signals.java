package org.ntksweep.core.pass;

/**
 * One vector for each of k inputs, such as the activations that enter a layer or the errors that
 * come back to it. Where and how they are stored is the matter of the implementation, which belongs
 * to a kind of {@link LinearMap}.
 */
public interface Signals {
  /** The number k of vectors. */
  int count();

  /** The length of each. */
  int dimension();

  /** Where vector i is to be written before {@link #accept}; not to be written after it. */
  double[] vector(int i);

  /**
   * Takes note that vector i was written.
   *
   * @param exponent what its entries are mantissas of
   */
  void accept(int i, int exponent);

  /**
   * The vectors from {@code from} to {@code to - 1} have all been accepted: their inner products
   * with each other and with those before are computed, where they are wanted.
   */
  void multiply(int from, int to);
}
