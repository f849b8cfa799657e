package org.ntksweep.core.training.kernel;

import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.pass.Readout;

/**
 * How many outputs or features are differentiated at a time: so many that products are large, and
 * so few that their errors fit into a budget. That depends on nothing but shapes, so neither do the
 * bits of sums over them.
 *
 * @param count how many there are
 * @param atOnce how many at a time, at least 1; about the same each time
 */
public record Slices(int count, int atOnce) {
  /** Numbers that the errors of a layer may have, where a layer takes the place of another. */
  private static final long OF_A_LAYER = 1L << 21;

  /** Numbers that the errors of all layers may have. */
  private static final long OF_ALL_LAYERS = 1L << 22;

  /** Those of the features of a network at so many examples, that are carried down. */
  static Slices ofFeatures(PassShape shape, int examples) {
    long each = (long) examples * shape.widest();
    return of(Readout.FEATURES.count(shape), OF_A_LAYER / each);
  }

  /** Those of outputs or features whose errors stay in all layers. */
  static Slices ofPairs(PassShape shape, Readout readout, int examples) {
    long each = 0;
    for (int l = 1; l <= readout.layer(shape); l++) {
      each += (long) examples * shape.rows(l);
    }
    return of(readout.count(shape), OF_ALL_LAYERS / each);
  }

  private static Slices of(int count, long most) {
    long slices = (count + Math.max(1, most) - 1) / Math.max(1, most);
    return new Slices(count, (int) ((count + slices - 1) / slices));
  }
}
