package org.ntksweep.core.pass.explicit;

import org.ntksweep.core.matrix.NativeMatrix;

/** Room for the weights of a layer, or of several of which one at a time is there. */
final class WeightPlace {
  private final NativeMatrix matrix;
  private ExplicitMap holder;

  WeightPlace(NativeMatrix matrix) {
    this.matrix = matrix;
  }

  NativeMatrix matrix() {
    return matrix;
  }

  /** Whether the weights that are here are those of this layer. */
  boolean isHeldBy(ExplicitMap map) {
    return holder == map;
  }

  void hold(ExplicitMap map) {
    holder = map;
  }
}
