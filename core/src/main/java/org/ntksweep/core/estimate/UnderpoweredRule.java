package org.ntksweep.core.estimate;

/** When a bootstrap interval cannot be trusted. */
final class UnderpoweredRule {
  private static final int FEWEST_SAMPLES = 20;

  /** The cube of 0.4: cubes, so that no root is needed. */
  private static final double LARGEST_SHARE_CUBED = 0.4 * 0.4 * 0.4;

  private UnderpoweredRule() {}

  static boolean flags(int samples, double tailShare, Spread spread) {
    boolean few = samples < FEWEST_SAMPLES;
    boolean heavy = tailShare * tailShare * tailShare * samples > LARGEST_SHARE_CUBED;
    boolean meaningless = !(spread.low() > 0);
    return few || heavy || meaningless;
  }
}
