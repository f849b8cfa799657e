package org.ntksweep.jobs.config.key;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;

/**
 * Numbers that grow by one factor. They are computed in decimal, to far more digits than are kept:
 * values that have few digits are exactly these, and all others the nearest there are.
 */
final class LogScale {
  private static final MathContext COMPUTED = new MathContext(60);
  private static final MathContext KEPT = MathContext.DECIMAL128;

  /** Each step doubles the 15 digits that the first guess is good to. */
  private static final int NEWTON_STEPS = 3;

  private LogScale() {}

  /** Numbers from one end to the other, both above 0, in {@code steps} steps, at least 1. */
  static Stream<BigDecimal> values(BigDecimal from, BigDecimal to, int steps) {
    BigDecimal factor = root(from, to, steps);
    return Stream.iterate(from, value -> value.multiply(factor, COMPUTED))
        .limit(steps)
        .map(value -> value.round(KEPT));
  }

  /** The root of {@code to / from}: Newton's method for {@code x^n = a}. */
  private static BigDecimal root(BigDecimal from, BigDecimal to, int n) {
    BigDecimal a = to.divide(from, COMPUTED);
    BigDecimal x = guess(from, to, n);
    for (int step = 0; step < NEWTON_STEPS; step++) {
      BigDecimal quotient = a.divide(x.pow(n - 1, COMPUTED), COMPUTED);
      x =
          x.multiply(BigDecimal.valueOf(n - 1))
              .add(quotient)
              .divide(BigDecimal.valueOf(n), COMPUTED);
    }
    return x;
  }

  /** By logarithms of doubles; the quotient itself may be beyond them, and for n = 1 is exact. */
  private static BigDecimal guess(BigDecimal from, BigDecimal to, int n) {
    if (n == 1) {
      return to.divide(from, COMPUTED);
    }
    double log = StrictMath.log(to.doubleValue()) - StrictMath.log(from.doubleValue());
    return new BigDecimal(StrictMath.exp(log / n));
  }
}
