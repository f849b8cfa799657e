package org.ntksweep.core.pass.revealed;

import java.util.ArrayList;
import java.util.List;

/**
 * Arrays for samplers that are made one after the other. One that is shaped like the one before
 * gets the same arrays, which spares it their allocation and cold caches; what they still hold does
 * not matter. Only the sampler made last may be used.
 */
public final class Workspace {
  private final List<double[]> arrays = new ArrayList<>();
  private int taken;

  /** Begins the arrays of the next sampler. */
  public Workspace reset() {
    taken = 0;
    return this;
  }

  /** An array of unknown contents. */
  public double[] array(int length) {
    if (taken == arrays.size()) {
      arrays.add(new double[length]);
    } else if (arrays.get(taken).length != length) {
      arrays.set(taken, new double[length]);
    }
    return arrays.get(taken++);
  }
}
