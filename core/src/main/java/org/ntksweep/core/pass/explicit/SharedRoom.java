package org.ntksweep.core.pass.explicit;

import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.simd.Kernels;

/**
 * Work space for layers to share.
 *
 * @param signals the signals of one layer at all inputs; the next one's overwrite them
 * @param images what a product makes of them
 * @param gram the inner products of signals
 * @param column one signal's image
 * @param value one signal
 * @param scratch for weights being drawn
 */
record SharedRoom(
    NativeMatrix signals,
    NativeMatrix images,
    NativeMatrix gram,
    double[] column,
    double[] value,
    double[] scratch,
    Kernels kernels) {

  /** Room for {@code k} inputs of some dimension and hidden layers of at most this width. */
  static SharedRoom of(int k, int width, int dimension, Precision precision, Resources resources) {
    int longest = Math.max(width, dimension);
    return new SharedRoom(
        resources.own(NativeMatrix.zeros(width, k, precision)),
        resources.own(NativeMatrix.zeros(width, k, precision)),
        resources.own(NativeMatrix.zeros(k, k, precision)),
        new double[Math.max(longest, k)],
        new double[longest],
        new double[Math.max(width, WeightDraw.BLOCK)],
        Kernels.best());
  }
}
