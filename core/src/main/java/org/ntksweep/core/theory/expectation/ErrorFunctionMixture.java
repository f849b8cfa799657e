package org.ntksweep.core.theory.expectation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.ntksweep.core.theory.gaussian.BinadeInterpolant;
import org.ntksweep.core.theory.gaussian.Covariance;
import org.ntksweep.core.theory.gaussian.MixtureScales;
import org.ntksweep.core.theory.gaussian.ScalePairs;

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
 * it converges like {@code exp(-pi^2 / (2 step))}. One rule of 32 scales serves every variance,
 * tiny or huge, and every correlation, -1 and 1 included, to a relative error of 3e-14.
 */
final class ErrorFunctionMixture implements GaussianExpectations {
  /** The error function itself: one scale. */
  static final ErrorFunctionMixture ERF =
      new ErrorFunctionMixture(
          KERNELS::erf, new MixtureScales(new double[] {1}, new double[] {0.5}));

  /** The hyperbolic tangent. */
  static final ErrorFunctionMixture TANH =
      new ErrorFunctionMixture(KERNELS::tanh, MixtureScales.ofTanh(1));

  /** {@code tanh(h / 2)}. */
  static final ErrorFunctionMixture HALF_TANH =
      new ErrorFunctionMixture(ErrorFunctionMixture::halfTanh, MixtureScales.ofTanh(2));

  /** A loop over values and slopes. */
  private interface Loop {
    void apply(double[] h, double[] value, double[] slope, int n);
  }

  private final Loop loop;
  private final boolean isSingle;
  private final ScalePairs pairs;

  /** The same for expectations that are symmetric: half as many. */
  private final ScalePairs symmetricPairs;

  /** The two expectations over one number, by its variance: all that diagonal entries need. */
  private final DoubleUnaryOperator square;

  private final DoubleUnaryOperator squaredSlope;

  private ErrorFunctionMixture(Loop loop, MixtureScales scales) {
    this.loop = loop;
    isSingle = scales.weights().length == 1;
    pairs = ScalePairs.ordered(scales.weights(), scales.squares());
    symmetricPairs = ScalePairs.unordered(scales.weights(), scales.squares());
    square = quick(q -> product(Covariance.same(q)));
    squaredSlope = quick(q -> slopeProduct(Covariance.same(q)));
  }

  /** One pair is no work; interpolation would only add to its rounding errors. */
  private DoubleUnaryOperator quick(DoubleUnaryOperator expectation) {
    return isSingle ? expectation : new BinadeInterpolant(expectation);
  }

  /** {@code 2 sigmoid(h) - 1}. */
  private static void halfTanh(double[] h, double[] value, double[] slope, int n) {
    KERNELS.sigmoid(h, value, slope, n);
    for (int i = 0; i < n; i++) {
      value[i] = 2 * value[i] - 1;
      slope[i] *= 2;
    }
  }

  @Override
  public void apply(double[] h, double[] value, double[] slope) {
    loop.apply(h, value, slope, h.length);
  }

  @Override
  public Covariance activations(Covariance h) {
    if (h.exponent() < 0) {
      // So small that phi is its tangent.
      return h.times(squaredSlope(0));
    }
    double square1 = squareOf(h.q1(), h.exponent());
    if (h.isSame()) {
      return Covariance.same(square1);
    }
    return h.q1() == h.q2()
        ? ofEqual(square1, h)
        : Covariance.ofProducts(square1, squareOf(h.q2(), h.exponent()), product(h));
  }

  /**
   * The covariance of activations of equal variance. Far from parallel the product is at most half
   * of the square, as activations are no more correlated than u and v; elsewhere it is the
   * difference of both that is summed, which keeps its digits however small it is.
   */
  private Covariance ofEqual(double square, Covariance h) {
    if (Math.abs(h.q12()) < 0.5 * h.q1()) {
      double mixed = product(h);
      double area = Math.sqrt((square - mixed) * (square + mixed));
      return new Covariance(square, square, mixed, area, 0);
    }
    double difference = difference(h);
    double mixed = Math.copySign(square - difference, h.q12());
    double area = Math.sqrt(difference * (2 * square - difference));
    return new Covariance(square, square, mixed, area, 0);
  }

  @Override
  public double slopes(Covariance h) {
    if (h.exponent() < 0) {
      return squaredSlope(0);
    }
    boolean single = h.isSame() && h.exponent() == 0;
    return single ? squaredSlope.applyAsDouble(h.q1()) : slopeProduct(h);
  }

  private double slopeProduct(Covariance h) {
    ScalePairs pairs = pairsFor(h);
    double[] shares = pairs.roots(h);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = 1 / shares[i];
    }
    return Math.scalb(pairs.sum(shares), -h.exponent());
  }

  /**
   * The derivative of {@code arctan(q / sqrt(D))}, D being {@code a b + (a + b) q}, by q: {@code (D
   * - q (a + b) / 2)} or {@code (D + a b) / 2} over {@code sqrt(D) (a + q) (b + q)}.
   */
  @Override
  public double growth(double q) {
    Covariance h = Covariance.same(q);
    double[] shares = symmetricPairs.roots(h);
    double[] products = symmetricPairs.products(h);
    double[] atZero = symmetricPairs.products(Covariance.same(0));
    for (int i = 0; i < shares.length; i++) {
      double root = shares[i];
      shares[i] = 0.5 * (root * root + atZero[i]) / (root * products[i]);
    }
    return symmetricPairs.sum(shares);
  }

  private double squareOf(double q, int exponent) {
    return exponent == 0 ? square.applyAsDouble(q) : product(new Covariance(q, q, q, 0, exponent));
  }

  private double product(Covariance h) {
    ScalePairs pairs = pairsFor(h);
    double[] roots = pairs.roots(h);
    double[] q12 = new double[roots.length];
    Arrays.fill(q12, h.q12());
    return pairs.sumOfAngles(q12, roots);
  }

  /**
   * {@code E[phi(u)^2] - |E[phi(u) phi(v)]|} for {@code q1 = q2 = q}, as one arctangent for each
   * pair of scales: its argument is {@code (x - y) / (1 + x y)} with {@code x = q / sqrt(D(u, u))}
   * and {@code y = |q12| / sqrt(D(u, v))}, written without a difference.
   */
  private double difference(Covariance h) {
    double q = h.q1();
    double c = Math.abs(h.q12());
    double area2 = h.area() * h.area();
    double[] same = symmetricPairs.roots(h.first());
    double[] mixed = symmetricPairs.roots(h);
    double[] opposite = symmetricPairs.products(h);
    double[] adjacent = mixed;
    for (int i = 0; i < adjacent.length; i++) {
      opposite[i] *= area2;
      adjacent[i] = (q * mixed[i] + c * same[i]) * (same[i] * mixed[i] + q * c);
    }
    return symmetricPairs.sumOfAngles(opposite, adjacent);
  }

  private ScalePairs pairsFor(Covariance h) {
    return h.q1() == h.q2() ? symmetricPairs : pairs;
  }
}
