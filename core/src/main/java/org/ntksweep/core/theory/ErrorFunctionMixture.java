package org.ntksweep.core.theory;

import org.ntksweep.core.simd.Elementary;

/**
 * Expectations of a mixture of error functions, {@code phi(h) = sum over i of w_i erf(h / (sqrt(2)
 * s_i))}: every expectation is a sum, over pairs of scales, of closed forms. With {@code a =
 * s_i^2}, {@code b = s_j^2} and {@code D = a b + a q2 + b q1 + area^2} (Williams 1997, who has
 * {@code a = b = 1/2}),
 *
 * <pre>
 * E[phi phi]   = 2/pi  sum of w_i w_j arctan(q12 / sqrt(D))
 * E[phi' phi'] = 2/pi  sum of w_i w_j / sqrt(D)
 * </pre>
 *
 * <p>The hyperbolic tangent is such a mixture, {@code tanh(h) = E[erf(h / (sqrt(2) K))]} with K
 * from Kolmogorov's distribution, because a logistic number is a normal one of random scale 2K
 * (Andrews and Mallows 1974, Stefanski 1991). The mean over K is taken by the trapezoidal rule in
 * {@code log K}; the integrands are analytic for {@code |arg K| < pi/4} whatever the covariance, so
 * it converges like {@code exp(-pi^2 / (2 step))}. One rule of 28 scales serves every variance,
 * tiny or huge, and every correlation, -1 and 1 included, to a relative error of 3e-14.
 */
final class ErrorFunctionMixture implements GaussianExpectations {
  /** The error function itself: one scale. */
  static final ErrorFunctionMixture ERF =
      new ErrorFunctionMixture(new double[] {1}, new double[] {0.5});

  /** The hyperbolic tangent. */
  static final ErrorFunctionMixture TANH = hyperbolicTangent(1);

  /** {@code tanh(h / 2)}. */
  static final ErrorFunctionMixture HALF_TANH = hyperbolicTangent(2);

  private static final double TWO_OVER_PI = 2 / Math.PI;

  private final double[] weights;
  private final double[] squaredScales;

  private ErrorFunctionMixture(double[] weights, double[] squaredScales) {
    this.weights = weights;
    this.squaredScales = squaredScales;
  }

  /** {@code tanh(h / stretch)}. */
  private static ErrorFunctionMixture hyperbolicTangent(double stretch) {
    // From 0.15 to 4.7: the mass of K beyond is below 1e-18.
    double step = 0.11;
    int first = -17;
    int last = 14;
    double[] weights = new double[last - first + 1];
    double[] squaredScales = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      double scale = Elementary.exp((first + i) * step);
      weights[i] = step * scale * KolmogorovDensity.at(scale);
      squaredScales[i] = scale * scale * stretch * stretch;
    }
    return new ErrorFunctionMixture(weights, squaredScales);
  }

  @Override
  public Covariance activations(Covariance h) {
    if (h.exponent() < 0) {
      // So small that phi is its tangent.
      return h.times(squaredSlope(0));
    }
    double square1 = product(h.first());
    if (h.isSame()) {
      return Covariance.same(square1);
    }
    double mixed = product(h);
    if (h.q1() == h.q2()) {
      double difference = difference(h);
      double area = Math.sqrt(difference * (2 * square1 - difference));
      return new Covariance(square1, square1, mixed, area, 0);
    }
    return Covariance.ofProducts(square1, product(h.second()), mixed);
  }

  @Override
  public double slopes(Covariance h) {
    if (h.exponent() < 0) {
      return squaredSlope(0);
    }
    double sum = sum(h, (a, b) -> 1 / Math.sqrt(determinant(h, a, b)));
    return Math.scalb(sum, -h.exponent());
  }

  /** The derivative of {@code arctan(q / sqrt(D))}, D being {@code a b + (a + b) q}, by q. */
  @Override
  public double growth(double q) {
    Covariance h = Covariance.same(q);
    return sum(
        h,
        (a, b) ->
            (a * b + 0.5 * q * (a + b)) / (Math.sqrt(determinant(h, a, b)) * (a + q) * (b + q)));
  }

  private double product(Covariance h) {
    return sum(h, (a, b) -> StrictMath.atan(h.q12() / Math.sqrt(determinant(h, a, b))));
  }

  /**
   * {@code E[phi(u)^2] - |E[phi(u) phi(v)]|} for {@code q1 = q2}, as one arctangent for each pair
   * of scales: its argument is {@code (x - y) / (1 + x y)} with {@code x = q1 / sqrt(D(u, u))} and
   * {@code y = |q12| / sqrt(D(u, v))}, written without a difference.
   */
  private double difference(Covariance h) {
    double q = h.q1();
    double c = Math.abs(h.q12());
    Covariance u = h.first();
    return sum(
        h,
        (a, b) -> {
          double same = Math.sqrt(determinant(u, a, b));
          double mixed = Math.sqrt(determinant(h, a, b));
          double one = h.area() * (a + q) / (q * mixed + c * same);
          double other = h.area() * (b + q) / (same * mixed + q * c);
          return StrictMath.atan(one * other);
        });
  }

  /** {@code (a + q1)(b + q2) - q12^2}, a sum of positive terms. */
  private static double determinant(Covariance h, double a, double b) {
    return a * b + a * h.q2() + b * h.q1() + h.area() * h.area();
  }

  /** One pair of scales' share of an expectation. */
  @FunctionalInterface
  private interface Share {
    double of(double a, double b);
  }

  /** {@code 2/pi sum of w_i w_j share}, the squared scales in the units of h. */
  private double sum(Covariance h, Share share) {
    double unit = Math.scalb(1.0, -h.exponent());
    boolean symmetric = h.q1() == h.q2();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double a = squaredScales[i] * unit;
      sum += weights[i] * weights[i] * share.of(a, a);
      for (int j = 0; j < i; j++) {
        double b = squaredScales[j] * unit;
        double both = symmetric ? 2 * share.of(a, b) : share.of(a, b) + share.of(b, a);
        sum += weights[i] * weights[j] * both;
      }
    }
    return TWO_OVER_PI * sum;
  }
}
