package org.ntksweep.core.theory.expectation;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Expectations over two correlated normal numbers by brute force, knowing nothing of the function
 * but that it changes only near zero arguments: conditionally on the first number, Gauss-Legendre
 * on panels that shrink towards where either argument is zero, so kinks and steps lie between
 * panels.
 */
public final class GaussianQuadrature {
  private static final double END = 12;
  private static final double GROWTH = 2.5;
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(20);

  private GaussianQuadrature() {}

  /** {@code E[f(u, v)]} for variances q1, q2 and correlation c. */
  public static double mean(double q1, double q2, double c, DoubleBinaryOperator f) {
    double s = Math.sqrt((1 - c) * (1 + c));
    double r1 = Math.sqrt(q1);
    double r2 = Math.sqrt(q2);
    return integral(
        0,
        s == 0 ? 1 / r1 : Math.min(1 / r1, s),
        z ->
            s == 0
                ? f.applyAsDouble(r1 * z, r2 * c * z)
                : integral(
                    -c * z / s, 1 / (r2 * s), w -> f.applyAsDouble(r1 * z, r2 * (c * z + s * w))));
  }

  /** The normal mean of g, whose fine structure has a centre and a scale. */
  private static double integral(double centre, double scale, DoubleUnaryOperator g) {
    double sum = 0;
    double previous = -END;
    for (double next : ends(centre, Math.min(scale, 4))) {
      double middle = 0.5 * (previous + next);
      double half = 0.5 * (next - previous);
      sum += half * RULE.integrate(t -> weighted(g, middle + half * t));
      previous = next;
    }
    return sum;
  }

  private static double weighted(DoubleUnaryOperator g, double x) {
    return g.applyAsDouble(x) * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }

  private static SortedSet<Double> ends(double centre, double scale) {
    SortedSet<Double> ends = new TreeSet<>();
    for (double x = -END + 2; x <= END; x += 2) {
      ends.add(x);
    }
    ends.add(centre);
    for (double d = scale / 2; d < 2 * END; d *= GROWTH) {
      ends.add(centre - d);
      ends.add(centre + d);
    }
    ends.removeIf(x -> !(Math.abs(x) <= END));
    ends.remove(-END);
    ends.add(END);
    return ends;
  }
}
