package org.ntksweep.core.pass.explicit;

import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.pass.draw.WeightDraw;
import org.ntksweep.core.simd.Kernels;

/** Work space for layers to share. */
final class SharedRoom {
  /** The signals of one layer at all inputs; the next one's overwrite them. */
  final NativeMatrix signals;

  /** What a product makes of them. */
  final NativeMatrix images;

  /** Their inner products. */
  final NativeMatrix gram;

  /** One signal's image, one signal, and weights being drawn. */
  final double[] column;

  final double[] value;
  final double[] scratch;
  final Kernels kernels = Kernels.best();

  /** Room for {@code k} inputs of some dimension and hidden layers of at most this width. */
  SharedRoom(int k, int width, int dimension, Precision precision, Resources resources) {
    int longest = Math.max(width, dimension);
    signals = resources.own(NativeMatrix.zeros(width, k, precision));
    images = resources.own(NativeMatrix.zeros(width, k, precision));
    gram = resources.own(NativeMatrix.zeros(k, k, precision));
    column = new double[Math.max(longest, k)];
    value = new double[longest];
    scratch = new double[Math.max(width, WeightDraw.BLOCK)];
  }
}
