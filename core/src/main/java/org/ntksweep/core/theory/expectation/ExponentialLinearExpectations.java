package org.ntksweep.core.theory.expectation;

import org.ntksweep.core.number.Normal;
import org.ntksweep.core.theory.gaussian.Covariance;
import org.ntksweep.core.theory.gaussian.EndpointRule;
import org.ntksweep.core.theory.gaussian.MillsRatio;

/**
 * Expectations of elu and selu, {@code phi(h) = above h} for positive h and {@code below (exp(h) -
 * 1)} elsewhere. In polar coordinates of (u, v) the radius integrates to J of {@link MillsRatio}.
 * With {@code k = sqrt(q)}, theta the angle between u and v, {@code delta = pi - theta}, and the
 * angle psi counted from where the one that is negative is 0,
 *
 * <pre>
 * E[e^v; u > 0 > v]                  = 1/2pi integral of J(k2 sin psi) over (0, theta)
 * E[e^(u+v); 0 > u, v]               = 1/2pi integral of J(a + b) over (0, delta)
 * E[u (1 - e^v); u > 0 > v]          = k1 k2/2pi integral of J(k2 sin psi) (cos psi - cos theta)
 * E[(1 - e^u) (1 - e^v); 0 > u, v]   = 1/2pi integral of J(0) - J(a) - J(b) + J(a + b)
 * a = k1 sin psi,  b = k2 sin(delta - psi)
 * </pre>
 *
 * <p>where the third is the integral of the first over the covariance (Price's theorem). Small
 * pre-activations see two lines, large ones ReLU.
 */
final class ExponentialLinearExpectations implements GaussianExpectations {
  private static final double TWO_PI = 2 * Math.PI;

  /** From this variance on they are ReLU, below its inverse the two lines that meet at 0. */
  private static final double LARGE = 0x1p100;

  private static final GaussianExpectations RELU = new ReluExpectations(0);

  private final double below;
  private final double above;
  private final GaussianExpectations lines;

  /**
   * @param below the slope just below 0
   * @param above the slope above 0
   */
  ExponentialLinearExpectations(double below, double above) {
    this.below = below;
    this.above = above;
    lines = new ReluExpectations(below / above);
  }

  @Override
  public void apply(double[] h, double[] value, double[] slope) {
    KERNELS.elu(below, above, 1, h, value, slope, h.length);
  }

  @Override
  public Covariance activations(Covariance h) {
    if (!isCurved(h)) {
      return straight(h).activations(h).times(above * above);
    }
    double square1 = square(h.q1());
    if (h.isSame()) {
      return Covariance.same(square1);
    }
    if (h.q1() != h.q2()) {
      return Covariance.ofProducts(square1, square(h.q2()), product(h));
    }
    double less = h.q12() > 0 ? difference(h) : square1 - product(h);
    double mixed = square1 - less;
    return new Covariance(
        square1, square1, mixed, Math.sqrt(less * Math.max(square1 + mixed, 0)), 0);
  }

  @Override
  public double slopes(Covariance h) {
    if (!isCurved(h)) {
      return above * above * straight(h).slopes(h);
    }
    if (h.isSame()) {
      return squaredSlope(h.q1());
    }
    double theta = angle(h);
    double k1 = Math.sqrt(h.q1());
    double k2 = Math.sqrt(h.q2());
    double mixed =
        oneNegative(k1, theta) + (k1 == k2 ? oneNegative(k1, theta) : oneNegative(k2, theta));
    double slopes =
        above * above * supplement(h)
            + above * below * mixed
            + below * below * bothNegative(k1, k2, supplement(h));
    return slopes / TWO_PI;
  }

  @Override
  public double square(double q) {
    if (q < 1 / LARGE || q > LARGE) {
      return above * above * straight(Covariance.same(q)).square(q);
    }
    double k = Math.sqrt(q);
    return 0.5 * above * above * q + below * below * negativeSquare(k);
  }

  @Override
  public double squaredSlope(double q) {
    if (q < 1 / LARGE || q > LARGE) {
      return above
          * above
          * straight(Covariance.same(q)).squaredSlope(Math.max(q, Double.MIN_NORMAL));
    }
    double negative = Normal.ONE_OVER_SQRT_TWO_PI * MillsRatio.of(2 * Math.sqrt(q));
    return 0.5 * above * above + below * below * negative;
  }

  @Override
  public double growth(double q) {
    if (q < 1 / LARGE || q > LARGE) {
      return above * above * straight(Covariance.same(q)).growth(q);
    }
    double k = Math.sqrt(q);
    double negative = Normal.ONE_OVER_SQRT_TWO_PI * fall(k) / k;
    return 0.5 * above * above + below * below * negative;
  }

  private static boolean isCurved(Covariance h) {
    double largest = Math.max(h.q1(), h.q2());
    return h.exponent() == 0 && largest >= 1 / LARGE && largest <= LARGE;
  }

  private GaussianExpectations straight(Covariance h) {
    return h.exponent() > 0 || Math.max(h.q1(), h.q2()) > LARGE ? RELU : lines;
  }

  private static double angle(Covariance h) {
    return StrictMath.atan2(h.area(), h.q12());
  }

  private static double supplement(Covariance h) {
    return StrictMath.atan2(h.area(), -h.q12());
  }

  /** {@code E[(1 - e^u)^2; u < 0]}. */
  private static double negativeSquare(double k) {
    // J(0) - 2 J(k) + J(2 k) over the derivative of the variance; of R where that loses no digits.
    double twice = MillsRatio.AT_ZERO - 2 * MillsRatio.of(k) + MillsRatio.of(2 * k);
    return Normal.ONE_OVER_SQRT_TWO_PI * (k > 0.5 ? twice : smallSquare(k));
  }

  /** {@code R(0) - 2 R(k) + R(2 k)} by the powers of R, of which m has {@code (-1)^m r_m}. */
  private static double smallSquare(double k) {
    double even = MillsRatio.AT_ZERO;
    double odd = 1;
    double power = k;
    double total = 0;
    for (int m = 2; m <= 28; m += 2) {
      even /= m;
      power *= k;
      total += even * power * (Math.scalb(1.0, m) - 2);
      odd /= m + 1;
      power *= k;
      total -= odd * power * (Math.scalb(1.0, m + 1) - 2);
    }
    return total;
  }

  /** {@code J(k) - J(2 k)}. */
  private static double fall(double k) {
    if (k > 0.5) {
      return MillsRatio.first(k) - MillsRatio.first(2 * k);
    }
    double odd = MillsRatio.AT_ZERO;
    double even = 1;
    double power = k;
    double total = odd * k;
    for (int m = 2; m <= 28; m += 2) {
      even /= m - 1;
      power *= k;
      total -= even * power * (Math.scalb(1.0, m) - 1);
      odd /= m;
      power *= k;
      total += odd * power * (Math.scalb(1.0, m + 1) - 1);
    }
    return total;
  }

  /** {@code 2 pi E[e^v; u > 0 > v]}. */
  private static double oneNegative(double k, double theta) {
    return theta
        * EndpointRule.integrate(
            (x, rest) -> MillsRatio.first(k * sine(theta, x, rest)), 1 / (k * theta));
  }

  /** The sine of {@code theta x}, also close to pi. */
  private static double sine(double theta, double x, double rest) {
    return theta * x < 2
        ? StrictMath.sin(theta * x)
        : StrictMath.sin((Math.PI - theta) + theta * rest);
  }

  /** {@code 2 pi E[e^(u+v); 0 > u, v]}. */
  private static double bothNegative(double k1, double k2, double delta) {
    return delta
        * EndpointRule.integrate(
            (x, rest) -> MillsRatio.first(k1 * sine(delta, x, rest) + k2 * sine(delta, rest, x)),
            1 / (Math.max(k1, k2) * delta));
  }

  private double product(Covariance h) {
    double theta = angle(h);
    double k1 = Math.sqrt(h.q1());
    double k2 = Math.sqrt(h.q2());
    double opposite = ramp(k1, theta) + (k1 == k2 ? ramp(k1, theta) : ramp(k2, theta));
    double mixed = h.q1() == 0 || h.q2() == 0 ? 0 : k1 * k2 * opposite;
    double both = bothFlat(k1, k2, supplement(h));
    double relu = RELU.activations(h).q12();
    return above * above * relu + below * (below * both - above * mixed) / TWO_PI;
  }

  /** {@code 2 pi / (k1 k2) E[u (1 - e^v); u > 0 > v]}. */
  private static double ramp(double k, double theta) {
    return theta
        * EndpointRule.integrate(
            (x, rest) -> {
              double y = theta * rest;
              double cosines = 2 * StrictMath.sin(0.5 * y) * StrictMath.sin(theta - 0.5 * y);
              return MillsRatio.first(k * sine(theta, x, rest)) * cosines;
            },
            1 / (k * theta));
  }

  /** {@code 2 pi E[(1 - e^u) (1 - e^v); 0 > u, v]}. */
  private static double bothFlat(double k1, double k2, double delta) {
    return delta
        * EndpointRule.integrate(
            (x, rest) ->
                MillsRatio.mixedDifference(k1 * sine(delta, x, rest), k2 * sine(delta, rest, x)),
            1 / (Math.max(k1, k2) * delta));
  }

  /**
   * {@code E[phi(u)^2] - E[phi(u) phi(v)]} for {@code q1 = q2} and an acute angle: the integral of
   * {@link #slopes} over the covariance, all of whose terms are positive.
   */
  private double difference(Covariance h) {
    double k = Math.sqrt(h.q1());
    double theta = angle(h);
    Covariance relu = RELU.activations(h);
    double mixed = 2 * h.q1() * ramp(k, theta);
    double both = 8 * h.q1() * lens(k, theta);
    return above * above * 0.5 * relu.squaredDistance()
        + below * (above * mixed + below * both) / TWO_PI;
  }

  /**
   * The integral of {@code J(2 k x)} times what is left, at the height x, of the quarter of a unit
   * disc outside of where the angle is between 0 and theta.
   */
  private static double lens(double k, double theta) {
    double sin = StrictMath.sin(theta / 2);
    double cos = StrictMath.cos(theta / 2);
    // 1 - cos
    double top = 2 * StrictMath.sin(theta / 4) * StrictMath.sin(theta / 4);
    double split = sin * cos;
    double low =
        split
            * EndpointRule.integrate(
                (x, rest) -> MillsRatio.first(2 * k * split * x) * crescent(split * x),
                1 / (2 * k * split));
    double width = cos - split;
    double middle =
        width
            * EndpointRule.integrate(
                (s, rest) -> {
                  double x = split + width * s;
                  double inner = Math.sqrt(width * rest * (cos + x));
                  double outer = Math.sqrt((top + width * rest) * (1 + x));
                  return MillsRatio.first(2 * k * x) * sin * sin / (inner + outer);
                },
                split);
    double high =
        top
            * EndpointRule.integrate(
                (s, rest) -> {
                  double x = cos + top * s;
                  return MillsRatio.first(2 * k * x) * Math.sqrt(top * rest * (1 + x));
                },
                1);
    return low + middle + high;
  }

  /** {@code sqrt(1 - x^2) - y} with the larger zero y of {@code y (1 - y) = x^2}. */
  private static double crescent(double x) {
    double y = 0.5 * (1 + Math.sqrt(Math.max(1 - 2 * x, 0) * (1 + 2 * x)));
    return x * x / (y * (Math.sqrt((1 - x) * (1 + x)) + y));
  }
}
