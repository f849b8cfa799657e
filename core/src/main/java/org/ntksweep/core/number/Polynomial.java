package org.ntksweep.core.number;

/**
 * A polynomial with an even number of coefficients. Odd and even powers are summed side by side, in
 * the order that the SIMD twin of each function follows.
 *
 * @param c the coefficients, highest power first
 */
// A record, because compilers take its field for a constant: loops over the coefficients unroll.
@SuppressWarnings("ArrayRecordComponent")
public record Polynomial(double... c) {
  /** Coefficient {@code i}, 0 being that of the highest power. */
  public double coefficient(int i) {
    return c[i];
  }

  /** How many coefficients there are: one more than the degree. */
  public int size() {
    return c.length;
  }

  /** The value at {@code x}. */
  public double at(double x) {
    double square = x * x;
    double upper = c[0];
    double lower = c[1];
    for (int i = 2; i < c.length; i += 2) {
      upper = Math.fma(upper, square, c[i]);
      lower = Math.fma(lower, square, c[i + 1]);
    }
    return Math.fma(upper, x, lower);
  }
}
