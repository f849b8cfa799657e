package org.ntksweep.core.pass.revealed;

import org.ntksweep.core.pass.InnerProducts;
import org.ntksweep.core.pass.ScaledSignals;
import org.ntksweep.core.simd.Kernels;

/** Signals on the Java heap, an array each, multiplied pair by pair. */
public final class HeapSignals extends ScaledSignals {
  private final Kernels kernels;
  private final double[][] vector;

  /**
   * Room for k vectors.
   *
   * @param last where the last vector goes; signals may share it of which only one is in use at a
   *     time
   */
  HeapSignals(int k, int dimension, double[] last, Kernels kernels, Workspace workspace) {
    super(dimension, new InnerProducts(k), kernels);
    this.kernels = kernels;
    vector = new double[k][];
    for (int i = 0; i < k; i++) {
      vector[i] = i < k - 1 ? workspace.array(dimension) : last;
    }
  }

  @Override
  public double[] vector(int i) {
    return vector[i];
  }

  @Override
  public void multiply(int from, int to) {
    InnerProducts products = products();
    for (int i = from; i < to; i++) {
      for (int j = 0; j < i; j++) {
        products.setProduct(i, j, kernels.dot(vector[i], 0, vector[j], 0, dimension()));
      }
    }
  }
}
