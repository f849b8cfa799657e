package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * Expectations of ReLU, the arc-cosine kernels of degree 1 and 0 (Cho and Saul 2009), and of the
 * leaky ReLU {@code leak h + (1 - leak) max(h, 0)}. With theta the angle between u and v, {@code
 * delta = pi - theta} and {@code s(x) = sin x - x cos x},
 *
 * <pre>
 * E[phi phi]   = leak q12 + (1 - leak)^2 sqrt(q1 q2) s(delta) / (2 pi)
 * E[phi' phi'] = leak + (1 - leak)^2 delta / (2 pi)
 * </pre>
 *
 * <p>In terms of the correlation c the first is {@code sqrt(1 - c^2) + c (pi/2 + arcsin c)} over
 * {@code 2 pi}, which loses digits at both ends; the form above, with the angle from {@link
 * Covariance#area} and {@link Covariance#q12}, loses none.
 */
final class ReluExpectations implements GaussianExpectations {
  private static final double TWO_PI = 2 * Math.PI;

  private final double leak;

  /** {@code (1 - leak)^2}, the weight of ReLU itself. */
  private final double rest;

  /** {@code E[phi(u)^2]} and {@code E[phi'(u)^2]} at unit variance. */
  private final double square;

  /**
   * @param leak the slope below 0, from 0 to 1
   */
  ReluExpectations(double leak) {
    this.leak = leak;
    rest = (1 - leak) * (1 - leak);
    square = 0.5 * (1 + leak * leak);
  }

  @Override
  public void apply(double[] h, double[] value, double[] slope) {
    KERNELS.leakyRelu(leak, 1, h, value, slope, h.length);
  }

  @Override
  public Covariance activations(Covariance h) {
    double r = Math.sqrt(h.q1() * h.q2());
    if (r == 0) {
      return new Covariance(square * h.q1(), square * h.q2(), 0, 0, h.exponent());
    }
    double sin = h.area() / r;
    double cos = h.q12() / r;
    // ReLU's E[phi phi] is r j. At theta = 0, where u and v are proportional, j is 1/2.
    double j = sinMinusXCos(StrictMath.atan2(h.area(), -h.q12()), sin, -cos) / TWO_PI;
    // 1/2 - j, without the difference.
    double theta = StrictMath.atan2(h.area(), h.q12());
    double deficit = (Math.PI * oneMinusCos(sin, cos) - sinMinusXCos(theta, sin, cos)) / TWO_PI;
    // The square less and plus E[phi phi], both over r, without a difference where they are small.
    double less = leak * oneMinusCos(sin, cos) + rest * deficit;
    double plus = leak * oneMinusCos(sin, -cos) + rest * (0.5 + j);
    double mixed = leak * h.q12() + rest * (r * j);
    double area = r * Math.sqrt(less * plus);
    return new Covariance(square * h.q1(), square * h.q2(), mixed, area, h.exponent());
  }

  /** {@inheritDoc} The derivative at 0 is taken for the leak: so it is where a variance is 0. */
  @Override
  public double slopes(Covariance h) {
    if (h.q1() == 0 || h.q2() == 0) {
      return slopesBelow(h);
    }
    return leak + rest * (StrictMath.atan2(h.area(), -h.q12()) / TWO_PI);
  }

  /** Where u or v is 0 its derivative is the leak, the other's is 1 half of the time. */
  private double slopesBelow(Covariance h) {
    double other = h.q1() == 0 && h.q2() == 0 ? leak : 0.5 * (1 + leak);
    return leak * other;
  }

  @Override
  public double growth(double q) {
    return square;
  }

  private static double oneMinusCos(double sin, double cos) {
    return cos > 0 ? sin * sin / (1 + cos) : 1 - cos;
  }

  /**
   * {@code s(x)} for x from 0 to pi: below 1/2 by its series, the sum over k of {@code (-1)^(k+1)
   * 2k x^(2k+1) / (2k+1)!}.
   */
  private static double sinMinusXCos(double x, double sin, double cos) {
    if (x > 0.5) {
      return sin - x * cos;
    }
    double term = x * x * x / 3;
    double sum = term;
    for (int k = 2; k <= 8; k++) {
      term *= -x * x / ((2 * k - 2) * (2 * k + 1));
      sum += term;
    }
    return sum;
  }
}
