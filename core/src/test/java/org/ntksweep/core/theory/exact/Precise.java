package org.ntksweep.core.theory.exact;

import java.math.BigDecimal;
import java.math.MathContext;

/** Arithmetic in 100 digits, where closed forms may cancel as they like. */
final class Precise {
  private static final MathContext DIGITS = new MathContext(100);
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-90");

  private final BigDecimal value;

  private Precise(BigDecimal value) {
    this.value = value;
  }

  /** The double x, exactly. */
  static Precise of(double x) {
    return new Precise(new BigDecimal(x));
  }

  Precise plus(Precise that) {
    return new Precise(value.add(that.value, DIGITS));
  }

  Precise minus(Precise that) {
    return new Precise(value.subtract(that.value, DIGITS));
  }

  Precise times(Precise that) {
    return new Precise(value.multiply(that.value, DIGITS));
  }

  Precise times(double factor) {
    return times(of(factor));
  }

  Precise over(Precise that) {
    return new Precise(value.divide(that.value, DIGITS));
  }

  Precise over(double divisor) {
    return over(of(divisor));
  }

  /** The exponential, by its series: for magnitudes of a hundred or so. */
  Precise exp() {
    Precise sum = of(1);
    Precise term = of(1);
    for (int k = 1; term.value.abs().compareTo(NEGLIGIBLE) > 0; k++) {
      term = term.times(this).over(k);
      sum = sum.plus(term);
    }
    return sum;
  }

  double toDouble() {
    return value.doubleValue();
  }
}
