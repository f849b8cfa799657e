package org.ntksweep.core.training.kernel;

import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.pass.Readout;

/**
 * How many features are differentiated at a time: so many that products are large, and so few that
 * their errors fit into a budget. That depends on nothing but shapes, so neither do the bits of
 * sums over them.
 *
 * @param count how many features there are
 * @param atOnce how many at a time, at least 1; about the same each time
 */
public record Slices(int count, int atOnce) {
  /** Numbers that the errors of a layer may have. */
  private static final long BUDGET = 1L << 21;

  /** Those of the features of a network at so many examples. */
  public static Slices of(PassShape shape, int examples) {
    int count = Readout.FEATURES.count(shape);
    long most = Math.max(1, BUDGET / ((long) examples * shape.widest()));
    int slices = (int) ((count + most - 1) / most);
    return new Slices(count, (count + slices - 1) / slices);
  }
}
