package org.ntksweep.core.estimate.interval;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.ntksweep.core.number.Elementary;

/** Intervals of a normal law. */
public final class NormalInterval {
  /** Half-widths in standard deviations times sqrt(1/2), of which erf is 1 to rounding. */
  private static final double WIDEST = 7;

  private NormalInterval() {}

  /** The c for which a normal number lies within c standard deviations with that probability. */
  public static double halfWidth(double probability) {
    BrentSolver solver = new BrentSolver(0x1p-50, 0x1p-50, 0);
    return Math.sqrt(2) * solver.findRoot(x -> Elementary.erf(x) - probability, 0, WIDEST);
  }
}
