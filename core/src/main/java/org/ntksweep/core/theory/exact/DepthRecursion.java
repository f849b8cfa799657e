package org.ntksweep.core.theory.exact;

import java.util.ArrayList;
import java.util.List;

/**
 * Moments built up layer by layer from the input, so that a network yields all shallower ones.
 *
 * @param <M> which moments
 */
public interface DepthRecursion<M> {

  /** The moments of the network that ends with the layer to come. */
  M asOutput();

  /** Makes the layer to come a hidden one. */
  void pass();

  /** The moments at this depth, from a recursion that has passed no layer. */
  default M atDepth(int depth) {
    for (int l = 1; l < depth; l++) {
      pass();
    }
    return asOutput();
  }

  /** The moments at depths 1, 2, ... up to this one, from a recursion that has passed no layer. */
  default List<M> upToDepth(int depth) {
    List<M> moments = new ArrayList<>();
    moments.add(asOutput());
    for (int l = 1; l < depth; l++) {
      pass();
      moments.add(asOutput());
    }
    return List.copyOf(moments);
  }
}
