package org.ntksweep.core.theory.gaussian;

import org.ntksweep.core.network.Inputs;

/**
 * The covariance of two Gaussian or other centred numbers u and v, as mantissas of a common
 * exponent: all four are to be multiplied by {@code 2^exponent}.
 *
 * <p>With theta the angle between u and v, {@code q12 = sqrt(q1 q2) cos(theta)} and {@code area =
 * sqrt(q1 q2) sin(theta)}: both are kept, so that no angle loses digits, however close to 0 or to
 * pi.
 *
 * @param q1 the variance of u
 * @param q2 the variance of v
 * @param q12 the covariance of u and v
 * @param area the square root of the determinant {@code q1 q2 - q12^2}
 * @param exponent a power of two, not zero only where a double could run out of range
 */
public record Covariance(double q1, double q2, double q12, double area, int exponent) {
  /** Variances from {@code 2^-100} to {@code 2^100} keep the exponent 0. */
  private static final int IN_RANGE = 100;

  /**
   * The covariance with these entries where the two variances differ. The area is a difference, but
   * then u and v differ even where they are parallel, and it seldom is small.
   */
  public static Covariance ofProducts(double q1, double q2, double q12) {
    return new Covariance(q1, q2, q12, Math.sqrt(Math.max(q1 * q2 - q12 * q12, 0)), 0);
  }

  /** The same number twice. */
  public static Covariance same(double q) {
    return new Covariance(q, q, q, 0, 0);
  }

  /** Two numbers of one variance q and correlation {@code 1 - distance}. */
  public static Covariance apart(double q, double distance) {
    return new Covariance(q, q, q * (1 - distance), q * Math.sqrt(distance * (2 - distance)), 0);
  }

  /** The inner products of two inputs, per input dimension. */
  public static Covariance ofInputs(Inputs inputs, int i, int j, int inputDim) {
    return new Covariance(
            inputs.innerProduct(i, i) / inputDim,
            inputs.innerProduct(j, j) / inputDim,
            inputs.innerProduct(i, j) / inputDim,
            i == j ? 0 : parallelogram(inputs, i, j) / inputDim,
            0)
        .inRange();
  }

  /**
   * The inner products of two vectors, the area from what of the second is orthogonal to the first.
   *
   * @param xNorm2 the squared norm of x
   * @param yNorm2 the squared norm of y
   */
  public static Covariance ofVectors(double[] x, double xNorm2, double[] y, double yNorm2) {
    double product = 0;
    for (int a = 0; a < x.length; a++) {
      product += x[a] * y[a];
    }
    double along = xNorm2 == 0 ? 0 : product / xNorm2;
    double rest2 = 0;
    for (int a = 0; a < x.length; a++) {
      double rest = y[a] - along * x[a];
      rest2 += rest * rest;
    }
    return new Covariance(xNorm2, yNorm2, product, Math.sqrt(xNorm2 * rest2), 0);
  }

  /** By Lagrange's identity, which needs no difference of squares. */
  private static double parallelogram(Inputs inputs, int i, int j) {
    double squares = 0;
    for (int a = 0; a < inputs.dimension(); a++) {
      for (int b = 0; b < a; b++) {
        double minor = inputs.at(i, a) * inputs.at(j, b) - inputs.at(i, b) * inputs.at(j, a);
        squares += minor * minor;
      }
    }
    return Math.sqrt(squares);
  }

  /**
   * The pre-activations that activations of this covariance lead to: {@code sigma_w2 q + sigma_b2}
   * for each entry. The determinant grows by {@code sigma_w2 sigma_b2 E[(u - v)^2]}, hence is never
   * a difference.
   */
  public Covariance throughLayer(double sigmaW2, double sigmaB2) {
    double bias = Math.scalb(sigmaB2, -exponent);
    double root = Math.sqrt(sigmaW2 * area * area + bias * squaredDistance());
    return new Covariance(
            sigmaW2 * q1 + bias,
            sigmaW2 * q2 + bias,
            sigmaW2 * q12 + bias,
            Math.sqrt(sigmaW2) * root,
            exponent)
        .inRange();
  }

  /**
   * {@code E[(u - v)^2]}, a mantissa like the others, with all its digits where u is close to v.
   */
  public double squaredDistance() {
    if (q12 <= 0) {
      return q1 + q2 - 2 * q12;
    }
    // (mean - q12)(mean + q12) = area^2 + (half difference)^2
    double mean = 0.5 * (q1 + q2);
    double half = 0.5 * (q1 - q2);
    return 2 * (area * area + half * half) / (mean + q12);
  }

  /** The angle theta, from 0 to pi. */
  public double angle() {
    return StrictMath.atan2(area, q12);
  }

  /** The covariance of u with itself. */
  public Covariance first() {
    return new Covariance(q1, q1, q1, 0, exponent);
  }

  /** The covariance of v with itself. */
  public Covariance second() {
    return new Covariance(q2, q2, q2, 0, exponent);
  }

  /** All of it times a factor. */
  public Covariance times(double factor) {
    return new Covariance(factor * q1, factor * q2, factor * q12, factor * area, exponent);
  }

  /** Whether both are the same number. */
  public boolean isSame() {
    return q1 == q2 && q1 == q12 && area == 0;
  }

  /** The same with the exponent its size asks for. */
  public Covariance inRange() {
    double largest = Math.max(q1, q2);
    int actual = Math.getExponent(largest) + exponent;
    int target = Math.abs(actual) <= IN_RANGE ? 0 : actual;
    if (target == exponent || largest == 0) {
      return this;
    }
    int up = exponent - target;
    return new Covariance(
        Math.scalb(q1, up), Math.scalb(q2, up), Math.scalb(q12, up), Math.scalb(area, up), target);
  }
}
