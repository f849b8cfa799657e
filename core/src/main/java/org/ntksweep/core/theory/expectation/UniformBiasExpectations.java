package org.ntksweep.core.theory.expectation;

import java.util.Arrays;
import java.util.TreeSet;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.number.Elementary;

/**
 * Expectations of an activation phi over {@code h = g + b} with g centred normal and b uniform on
 * {@code [-c, c]}, {@code c^2 = 3 sigma_b2}: pre-activations of wide layers with uniform biases. By
 * composite Gauss-Legendre quadrature over the density of h,
 *
 * <pre>(Phi((h + c) / sigma) - Phi((h - c) / sigma)) / (2 c),   sigma^2 the variance of g</pre>
 *
 * <p>on panels that shrink towards 0, where phi bends, and towards c, where the density does. The
 * relative error is below 1e-10.
 */
public final class UniformBiasExpectations {
  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final double ONE_OVER_ROOT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

  /** The normal number lies within so many standard deviations, but for 1e-18. */
  private static final double RANGE = 9;

  /** A normal number of a smaller share of c makes no difference. */
  private static final double SMALLEST_SHARE = 0x1p-60;

  /** Nodes in (0, 1) and weights of the 16-point Gauss-Legendre rule on [-1, 1]. */
  private static final double[] NODES = {
    0.09501250983763744,
    0.2816035507792589,
    0.45801677765722737,
    0.6178762444026438,
    0.755404408355003,
    0.8656312023878318,
    0.9445750230732326,
    0.9894009349916499
  };

  private static final double[] WEIGHTS = {
    0.1894506104550685,
    0.18260341504492358,
    0.16915651939500254,
    0.14959598881657674,
    0.12462897125553388,
    0.09515851168249279,
    0.062253523938647894,
    0.027152459411754096
  };

  private final GaussianExpectations phi;
  private final double c;

  /** For biases of a variance above 0. */
  public UniformBiasExpectations(Activation activation, double sigmaB2) {
    phi = GaussianExpectations.of(activation);
    c = Math.sqrt(3) * Math.sqrt(sigmaB2);
  }

  /** {@code E[phi(h)^2]} for g of a variance. */
  public double square(double variance) {
    return mean(variance, false);
  }

  /** {@code E[phi'(h)^2]} for g of a variance. */
  public double squaredSlope(double variance) {
    return mean(variance, true);
  }

  private double mean(double variance, boolean slopes) {
    double sigma = Math.max(Math.sqrt(variance), SMALLEST_SHARE * c);
    double[] ends = ends(sigma);
    int perPanel = 4 * NODES.length;
    double[] h = new double[perPanel * (ends.length - 1)];
    double[] weights = new double[h.length];
    int k = 0;
    for (int panel = 1; panel < ends.length; panel++) {
      double middle = 0.5 * (ends[panel] + ends[panel - 1]);
      double half = 0.5 * (ends[panel] - ends[panel - 1]);
      for (int i = 0; i < NODES.length; i++) {
        for (double x : new double[] {middle - half * NODES[i], middle + half * NODES[i]}) {
          double weight = half * WEIGHTS[i] * density(x, sigma);
          // The density is even.
          h[k] = x;
          weights[k++] = weight;
          h[k] = -x;
          weights[k++] = weight;
        }
      }
    }
    return sumOfSquares(h, weights, slopes);
  }

  private double sumOfSquares(double[] h, double[] weights, boolean slopes) {
    double[] value = new double[h.length];
    double[] slope = new double[h.length];
    phi.apply(h, value, slope);
    double[] f = slopes ? slope : value;
    double sum = 0;
    for (int i = 0; i < f.length; i++) {
      sum += weights[i] * f[i] * f[i];
    }
    return sum;
  }

  /** The ends of the panels, from 0 to where h ends. */
  private double[] ends(double sigma) {
    double range = c + RANGE * sigma;
    TreeSet<Double> ends = new TreeSet<>();
    for (double d = 0.5; d < range; d *= 2) {
      ends.add(d);
    }
    for (double d = 0.5 * sigma; d < range; d *= 2) {
      ends.add(Math.abs(c - d));
      ends.add(Math.min(c + d, range));
    }
    ends.addAll(Arrays.asList(0.0, c, range));
    ends.removeIf(end -> end > range);
    return ends.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double density(double h, double sigma) {
    if (sigma <= c) {
      double difference =
          Elementary.erf(ROOT_HALF * (h + c) / sigma) - Elementary.erf(ROOT_HALF * (h - c) / sigma);
      return difference / (4 * c);
    }
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      sum += WEIGHTS[i] * (bell((h - c * NODES[i]) / sigma) + bell((h + c * NODES[i]) / sigma));
    }
    return 0.5 * sum * ONE_OVER_ROOT_TWO_PI / sigma;
  }

  private static double bell(double t) {
    return Elementary.exp(-0.5 * t * t);
  }
}
