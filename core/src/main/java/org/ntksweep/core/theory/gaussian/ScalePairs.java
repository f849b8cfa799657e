package org.ntksweep.core.theory.gaussian;

import org.ntksweep.core.simd.Kernels;

/**
 * The pairs of scales of a mixture, which its expectations are sums over. Work on a pair is work on
 * one entry of arrays, as long as there are pairs.
 */
public final class ScalePairs {
  private static final Kernels KERNELS = Kernels.best();
  private static final double TWO_OVER_PI = 2 / Math.PI;

  private final double[] a;
  private final double[] b;
  private final double[] weights;

  private ScalePairs(int count) {
    a = new double[count];
    b = new double[count];
    weights = new double[count];
  }

  /** Every scale with every scale. */
  public static ScalePairs ordered(double[] weights, double[] squaredScales) {
    int n = weights.length;
    ScalePairs pairs = new ScalePairs(n * n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        pairs.set(i * n + j, squaredScales[i], squaredScales[j], weights[i] * weights[j]);
      }
    }
    return pairs;
  }

  /** Each pair once, of double weight, for expectations in which the two may change places. */
  public static ScalePairs unordered(double[] weights, double[] squaredScales) {
    int n = weights.length;
    ScalePairs pairs = new ScalePairs(n * (n + 1) / 2);
    for (int i = 0; i < n; i++) {
      int row = i * (i + 1) / 2;
      for (int j = 0; j < i; j++) {
        pairs.set(row + j, squaredScales[i], squaredScales[j], 2 * weights[i] * weights[j]);
      }
      pairs.set(row + i, squaredScales[i], squaredScales[i], weights[i] * weights[i]);
    }
    return pairs;
  }

  private void set(int pair, double first, double second, double weight) {
    a[pair] = first;
    b[pair] = second;
    weights[pair] = weight;
  }

  /**
   * {@code sqrt(D)} with {@code D = (a + q1)(b + q2) - q12^2}, a sum of positive terms; a and b in
   * the units of h.
   */
  public double[] roots(Covariance h) {
    double unit = Math.scalb(1.0, -h.exponent());
    double q1 = h.q1();
    double q2 = h.q2();
    double area2 = h.area() * h.area();
    double[] roots = new double[a.length];
    for (int i = 0; i < roots.length; i++) {
      double first = a[i] * unit;
      double second = b[i] * unit;
      roots[i] = Math.sqrt(first * second + first * q2 + second * q1 + area2);
    }
    return roots;
  }

  /** {@code (a + q1)(b + q2)}, in the units of h. */
  public double[] products(Covariance h) {
    double unit = Math.scalb(1.0, -h.exponent());
    double q1 = h.q1();
    double q2 = h.q2();
    double[] products = new double[a.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = (a[i] * unit + q1) * (b[i] * unit + q2);
    }
    return products;
  }

  /** {@code a + b}. */
  public double[] sums() {
    double[] sums = new double[a.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a[i] + b[i];
    }
    return sums;
  }

  /** {@code a/(a + q1) + b/(b + q2)}, for an exponent of 0. */
  public double[] shares(Covariance h) {
    double[] shares = new double[a.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = a[i] / (a[i] + h.q1()) + b[i] / (b[i] + h.q2());
    }
    return shares;
  }

  /** {@code 2/pi} times the weighted sum of the angles whose tangents are {@code y / x}. */
  public double sumOfAngles(double[] y, double[] x) {
    KERNELS.arctan(y, x, x, x.length);
    return sum(x);
  }

  /** {@code 2/pi} times the weighted sum. */
  public double sum(double[] shares) {
    return TWO_OVER_PI * KERNELS.dot(weights, 0, shares, 0, shares.length);
  }
}
