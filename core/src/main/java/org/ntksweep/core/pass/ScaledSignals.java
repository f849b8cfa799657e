package org.ntksweep.core.pass;

import org.ntksweep.core.number.Scale;
import org.ntksweep.core.simd.Kernels;

/**
 * Signals with all their inner products. Vectors are mantissas of exponents of their own, kept so
 * that no squared norm leaves the range of a double. Where they are stored is the matter of the
 * subclass.
 */
public abstract class ScaledSignals implements Signals {
  private final Kernels kernels;
  private final int dimension;
  private final InnerProducts products;

  /**
   * Vectors of unknown contents.
   *
   * @param products where their inner products go; signals may share it of which only one is in use
   *     at a time
   */
  protected ScaledSignals(int dimension, InnerProducts products, Kernels kernels) {
    this.dimension = dimension;
    this.products = products;
    this.kernels = kernels;
  }

  @Override
  public final int count() {
    return products.count();
  }

  @Override
  public final int dimension() {
    return dimension;
  }

  /** {@inheritDoc} Brings it into range. */
  @Override
  public final void accept(int i, int writtenExponent) {
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

  /** The inner products, of the vectors that were multiplied. */
  public final InnerProducts products() {
    return products;
  }

  /** The exponent of vector i. */
  public final int exponent(int i) {
    return products.exponent(i);
  }
}
