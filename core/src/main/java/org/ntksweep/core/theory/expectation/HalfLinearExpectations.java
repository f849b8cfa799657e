package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.theory.gaussian.BinadeInterpolant;
import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * Expectations of an activation that is {@code h / 2} and an even function e, smooth and like ReLU
 * far out: products of h and e have mean 0, so all of them are those of {@code h / 2} and of e,
 * which depend on {@code |q12|} alone. Nothing is a difference of larger numbers:
 *
 * <pre>
 * E[phi phi]                   = q12 / 4 + E[e e]
 * E[phi(u)^2] - E[phi phi]     = (q - q12) / 4 + (E[e(u)^2] - E[e e])
 * E[phi(u)^2] + E[phi phi]     = (q + q12) / 4 + (E[e(u)^2] + E[e e])
 * </pre>
 */
abstract class HalfLinearExpectations implements GaussianExpectations {
  private static final double QUARTER = 0.25;

  /** From this variance on they are ReLU. */
  private static final double LARGE = 0x1p100;

  private static final GaussianExpectations RELU = new ReluExpectations(0);

  private final double valueAtZero;
  private final BinadeInterpolant evenSquare = new BinadeInterpolant(q -> even(Covariance.same(q)));

  /**
   * @param valueAtZero {@code phi(0)}
   */
  HalfLinearExpectations(double valueAtZero) {
    this.valueAtZero = valueAtZero;
  }

  /** {@code E[e(u) e(v)]} for {@code q12} of at least 0. */
  abstract double even(Covariance h);

  /** {@code E[e(u)^2] - E[e(u) e(v)]} for {@code q1 = q2} and {@code q12} of at least 0. */
  abstract double evenDifference(Covariance h);

  /** {@code E[e'(u) e'(v)]}, which is odd in {@code q12}. */
  abstract double evenSlopes(Covariance h);

  /** {@code d/dq E[e(u)^2]}. */
  abstract double evenGrowth(double q);

  @Override
  public final Covariance activations(Covariance h) {
    if (h.exponent() < 0) {
      return h.throughLayer(QUARTER, valueAtZero * valueAtZero);
    }
    if (isLarge(h)) {
      return RELU.activations(h);
    }
    double even1 = evenSquare.applyAsDouble(h.q1());
    double square1 = QUARTER * h.q1() + even1;
    if (h.isSame()) {
      return Covariance.same(square1);
    }
    Covariance acute = acute(h);
    double mixed = even(acute);
    double product = QUARTER * h.q12() + mixed;
    if (h.q1() != h.q2()) {
      return Covariance.ofProducts(square1, square(h.q2()), product);
    }
    double less = QUARTER * minus(h, h.q12()) + evenDifference(acute);
    double plus = QUARTER * minus(h, -h.q12()) + even1 + mixed;
    return new Covariance(square1, square1, product, Math.sqrt(less * plus), 0);
  }

  /** {@code q - c} for {@code q1 = q2}, which the area knows where it is small. */
  private static double minus(Covariance h, double c) {
    return c > 0 ? h.area() * h.area() / (h.q1() + c) : h.q1() - c;
  }

  @Override
  public final double slopes(Covariance h) {
    if (h.exponent() < 0) {
      return QUARTER;
    }
    if (isLarge(h)) {
      return RELU.slopes(h);
    }
    return QUARTER + Math.copySign(evenSlopes(acute(h)), h.q12());
  }

  @Override
  public final double square(double q) {
    return q > LARGE ? RELU.square(q) : QUARTER * q + evenSquare.applyAsDouble(q);
  }

  @Override
  public final double growth(double q) {
    return q > LARGE ? RELU.growth(q) : QUARTER + evenGrowth(q);
  }

  private static boolean isLarge(Covariance h) {
    return h.exponent() > 0 || Math.max(h.q1(), h.q2()) > LARGE;
  }

  private static Covariance acute(Covariance h) {
    return h.q12() >= 0 ? h : new Covariance(h.q1(), h.q2(), -h.q12(), h.area(), h.exponent());
  }
}
