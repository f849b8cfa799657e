package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * Expectations of the sine, from {@code E[cos w] = exp(-var(w) / 2)}: with {@code d = E[(u - v)^2]}
 * where u and v are not opposed, {@code q12 >= 0},
 *
 * <pre>
 * E[phi phi]   = exp(-(q1 + q2) / 2) sinh(q12) = exp(-d / 2) (1 - exp(-2 q12)) / 2
 * E[phi' phi'] = exp(-(q1 + q2) / 2) cosh(q12) = exp(-d / 2) (1 + exp(-2 q12)) / 2
 * </pre>
 *
 * <p>The first is odd in q12, the second even.
 */
final class SineExpectations implements GaussianExpectations {
  /** Where exponentials end: below this they are less than 1e-304. */
  private static final double LOWEST = -700;

  @Override
  public void apply(double[] h, double[] value, double[] slope) {
    KERNELS.sin(h, value, slope, h.length);
  }

  @Override
  public Covariance activations(Covariance h) {
    if (h.exponent() < 0) {
      // So small that phi is its tangent.
      return h;
    }
    double square1 = square(h.first());
    if (h.isSame()) {
      return Covariance.same(square1);
    }
    double product = product(h);
    double square2 = h.q1() == h.q2() ? square1 : square(h.second());
    double area2 =
        h.q1() == h.q2()
            ? difference(h) * (square1 + product)
            : Math.max(square1 * square2 - product * product, 0);
    double mixed = h.q12() < 0 ? -product : product;
    return new Covariance(square1, square2, mixed, Math.sqrt(area2), 0);
  }

  @Override
  public double slopes(Covariance h) {
    return 0.5 * exp(-0.5 * distance(h)) * (1 + exp(-2 * overlap(h)));
  }

  @Override
  public double growth(double q) {
    return exp(-2 * q);
  }

  private static double square(Covariance same) {
    return product(same);
  }

  /** {@code |E[phi(u) phi(v)]|}. */
  private static double product(Covariance h) {
    return 0.5 * exp(-0.5 * distance(h)) * -expm1(-2 * overlap(h));
  }

  /**
   * {@code E[phi(u)^2] - |E[phi(u) phi(v)]|} for {@code q1 = q2 = q}: {@code (1 - e^(-d/2)) (1 +
   * e^(d/2 - 2 q)) / 2}.
   */
  private static double difference(Covariance h) {
    double half = 0.5 * distance(h);
    // d / 2 = q - |q12|
    double opposite = Math.scalb(h.q1(), h.exponent()) + overlap(h);
    return 0.5 * -expm1(-half) * (1 + exp(-opposite));
  }

  /** {@code |q12|}. */
  private static double overlap(Covariance h) {
    return Math.scalb(Math.abs(h.q12()), h.exponent());
  }

  /** {@code E[(u - v)^2]}, or {@code E[(u + v)^2]} if that is smaller. */
  private static double distance(Covariance h) {
    Covariance acute = new Covariance(h.q1(), h.q2(), Math.abs(h.q12()), h.area(), h.exponent());
    return Math.scalb(acute.squaredDistance(), h.exponent());
  }

  private static double exp(double x) {
    return Elementary.exp(x);
  }

  private static double expm1(double x) {
    return Elementary.expm1(Math.max(x, LOWEST));
  }
}
