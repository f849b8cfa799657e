package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * Expectations of gelu, {@code phi(h) = h Phi(h)} (Tsuchida et al. 2021; derived by Gaussian
 * integration by parts). With {@code Q1 = 1 + q1}, {@code Q2 = 1 + q2}, {@code D = Q1 Q2 - q12^2 =
 * 1 + q1 + q2 + area^2} and {@code delta = arccos(-q12 / sqrt(Q1 Q2))},
 *
 * <pre>
 * 2 pi E[phi phi]   = q12 delta + (area^2 + q12^2 (1/Q1 + 1/Q2)) / sqrt(D)
 * 2 pi E[phi' phi'] = delta + q12 (1/Q1 + 1/Q2 + 1/D) / sqrt(D)
 * </pre>
 *
 * <p>Small pre-activations see the tangent {@code h / 2}, large ones ReLU.
 */
final class GeluExpectations implements GaussianExpectations {
  private static final double TWO_PI = 2 * Math.PI;

  /** From this variance on gelu is ReLU: squares differ by 1e-45 of themselves. */
  private static final double LARGE = 0x1p100;

  private static final GaussianExpectations RELU = new ReluExpectations(0);

  @Override
  public void apply(double[] h, double[] value, double[] slope) {
    KERNELS.gelu(1, h, value, slope, h.length);
  }

  @Override
  public Covariance activations(Covariance h) {
    if (h.exponent() < 0) {
      return h.times(squaredSlope(0));
    }
    if (isLarge(h)) {
      return RELU.activations(h);
    }
    double square1 = product(h.first());
    if (h.isSame()) {
      return Covariance.same(square1);
    }
    double mixed = product(h);
    if (h.q1() == h.q2()) {
      boolean acute = h.q12() > 0;
      double less = acute ? difference(h) : square1 - mixed;
      double plus = acute ? square1 + mixed : sum(h);
      double area = Math.sqrt(less * plus);
      return new Covariance(square1, square1, mixed, area, 0);
    }
    return Covariance.ofProducts(square1, product(h.second()), mixed);
  }

  @Override
  public double slopes(Covariance h) {
    if (h.exponent() < 0) {
      return squaredSlope(0);
    }
    if (isLarge(h)) {
      return RELU.slopes(h);
    }
    double d = determinant(h);
    return (delta(h) + h.q12() * (shares(h) + 1 / d) / Math.sqrt(d)) / TWO_PI;
  }

  @Override
  public double growth(double q) {
    if (q > LARGE) {
      return RELU.growth(q);
    }
    double p = 1 + q;
    double d = 1 + 2 * q;
    double bend = q * (5 + q * (11 + 4 * q)) / (p * p * d * Math.sqrt(d));
    return (delta(Covariance.same(q)) + bend) / TWO_PI;
  }

  /** {@inheritDoc} The zero of {@code 6 + 18 q + 11 q^2 - 5 q^3}, where growth is 0.504. */
  @Override
  public double inflection() {
    return 0x1.afb91767d3b7ap1;
  }

  private static boolean isLarge(Covariance h) {
    return h.exponent() > 0 || Math.max(h.q1(), h.q2()) > LARGE;
  }

  private static double product(Covariance h) {
    double q12 = h.q12();
    double rest = h.area() * h.area() + q12 * q12 * shares(h);
    return (q12 * delta(h) + rest / Math.sqrt(determinant(h))) / TWO_PI;
  }

  /** {@code 1/Q1 + 1/Q2}. */
  private static double shares(Covariance h) {
    return 1 / (1 + h.q1()) + 1 / (1 + h.q2());
  }

  private static double determinant(Covariance h) {
    return 1 + h.q1() + h.q2() + h.area() * h.area();
  }

  private static double delta(Covariance h) {
    return StrictMath.atan2(Math.sqrt(determinant(h)), -h.q12());
  }

  /**
   * {@code E[phi(u)^2] - E[phi(u) phi(v)]} for {@code q1 = q2 = q} and {@code q12 > 0}. With {@code
   * Q = 1 + q} and {@code sin(a) = q12 / Q} the expectations above are those of ReLU at variance Q,
   * and a rest:
   *
   * <pre>
   * 2 pi E[phi phi] = Q ((pi/2 + a) sin(a) + cos(a)) - 2 cos(a) + 1 / (Q cos(a))
   * </pre>
   *
   * <p>Their differences between two angles are written in that of the angles, the turn.
   */
  private static double difference(Covariance h) {
    double q = h.q1();
    double p = 1 + q;
    double area2 = h.area() * h.area();
    double same = Math.sqrt(1 + 2 * q);
    double mixed = Math.sqrt(determinant(h));
    double sinTurn = area2 / (q * mixed + h.q12() * same);
    double cosTurn = (same * mixed + q * h.q12()) / (p * p);
    double bend = bend(q, same, StrictMath.atan2(sinTurn, cosTurn));
    double relu = delta(h.first()) * (area2 / (q + h.q12())) + bend;
    double rest = area2 / (same + mixed) * (2 / p + 1 / (same * mixed));
    return (relu + rest) / TWO_PI;
  }

  /**
   * {@code Q (t sin(a - t) + cos(a) - cos(a - t))} for a turn t from {@code sin(a) = q / Q}, {@code
   * cos(a) = root / Q}: of second order in t, by sums and differences of angles.
   */
  private static double bend(double q, double root, double turn) {
    double sinMiddle = q * StrictMath.cos(turn / 2) - root * StrictMath.sin(turn / 2);
    double threeQuarters = 0.75 * turn;
    double cosBelow = root * StrictMath.cos(threeQuarters) + q * StrictMath.sin(threeQuarters);
    return 2 * sinMiddle * LogisticPairs.minusSin(turn / 2)
        - 2 * turn * cosBelow * StrictMath.sin(turn / 4);
  }

  /**
   * {@code E[phi(u)^2] + E[phi(u) phi(v)]} for {@code q1 = q2} and {@code q12 <= 0}, a sum of
   * positive terms.
   */
  private static double sum(Covariance h) {
    double q = h.q1();
    double q12 = h.q12();
    double area2 = h.area() * h.area();
    double same = Math.sqrt(1 + 2 * q);
    double mixed = Math.sqrt(determinant(h));
    double angles = q * StrictMath.atan2(q, same) + q12 * StrictMath.atan2(q12, mixed);
    double share = 2 / (1 + q);
    double rest = q * q * share / same + (area2 + q12 * q12 * share) / mixed;
    return 0.25 * area2 / (q - q12) + (angles + rest) / TWO_PI;
  }
}
