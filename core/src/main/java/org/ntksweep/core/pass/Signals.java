package org.ntksweep.core.pass;

import org.ntksweep.core.number.Scale;
import org.ntksweep.core.simd.Kernels;

/**
 * One vector for each of k inputs, such as the activations that enter a layer or the errors that
 * come back to it, with all their inner products. Vectors are mantissas of exponents of their own,
 * kept so that no squared norm leaves the range of a double. Where they are stored is the matter of
 * the subclass, which belongs to a kind of {@link LinearMap}.
 */
public abstract class Signals {
  private final Kernels kernels;
  private final int dimension;
  private final InnerProducts products;

  /**
   * Vectors of unknown contents.
   *
   * @param products where their inner products go; signals may share it of which only one is in use
   *     at a time
   */
  protected Signals(int dimension, InnerProducts products, Kernels kernels) {
    this.dimension = dimension;
    this.products = products;
    this.kernels = kernels;
  }

  /** The number k of vectors. */
  public final int count() {
    return products.count();
  }

  /** The length of each. */
  public final int dimension() {
    return dimension;
  }

  /** Where vector i is to be written before {@link #accept}; not to be written after it. */
  public abstract double[] vector(int i);

  /** Takes note that vector i was written, with this exponent, and brings it into range. */
  public void accept(int i, int writtenExponent) {
    double[] vector = vector(i);
    double norm2 = kernels.dot(vector, 0, vector, 0, dimension);
    int exponent = writtenExponent;
    if (Scale.isExtreme(norm2)) {
      int shift = Scale.evenExponent(norm2) / 2;
      kernels.scale(Math.scalb(1.0, -shift), vector, vector, dimension);
      norm2 = Math.scalb(norm2, -2 * shift);
      exponent += shift;
    }
    products.setExponent(i, exponent);
    products.setProduct(i, i, norm2);
    store(i);
  }

  /** Called when vector i is in range, its norm and exponent known. */
  protected void store(int i) {}

  /**
   * Multiplies the vectors from {@code from} to {@code to - 1}, all of them accepted, by each other
   * and by those before.
   */
  public abstract void multiply(int from, int to);

  /** The inner products, of the vectors that were multiplied. */
  public InnerProducts products() {
    return products;
  }

  /** The exponent of vector i. */
  public final int exponent(int i) {
    return products.exponent(i);
  }
}
