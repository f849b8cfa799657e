package org.ntksweep.core.theory.gaussian;

import java.util.function.DoubleBinaryOperator;
import org.ntksweep.core.number.Elementary;

/**
 * Integrals over (0, 1) of functions that may have structure of any size near either end: the
 * trapezoidal rule in {@code log(x / (1 - x))}, which converges like {@code exp(-4 pi / step)} for
 * functions that are analytic in {@code |arg x| < 2}, and likewise at the other end.
 */
public final class EndpointRule {
  private static final double STEP = 0.3;

  /** Beyond this many steps from 1/2 both distances from the ends are below 1e-33. */
  private static final int LAST = 255;

  private static final double[] NEAR = new double[LAST + 1];
  private static final double[] FAR = new double[LAST + 1];

  static {
    for (int i = 0; i <= LAST; i++) {
      double e = Elementary.exp(-i * STEP);
      NEAR[i] = e / (1 + e);
      FAR[i] = 1 / (1 + e);
    }
  }

  private EndpointRule() {}

  /**
   * An integral.
   *
   * @param f the function of x and {@code 1 - x}
   * @param smallest the structure near 0 that has to be resolved
   */
  public static double integrate(DoubleBinaryOperator f, double smallest) {
    double end = 1e-17 * Math.min(1, smallest);
    double sum = 0;
    for (int i = LAST; i > 0; i--) {
      double weight = NEAR[i] * FAR[i];
      if (NEAR[i] > end) {
        sum += weight * f.applyAsDouble(NEAR[i], FAR[i]);
      }
      if (NEAR[i] > 1e-24) {
        sum += weight * f.applyAsDouble(FAR[i], NEAR[i]);
      }
    }
    return STEP * (sum + 0.25 * f.applyAsDouble(0.5, 0.5));
  }
}
