package org.ntksweep.core.theory.expectation;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Means of smooth functions of one normal number, by a library's Gauss-Legendre rule on panels. */
public final class NormalMean {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(30);
  private static final double END = 10;

  private NormalMean() {}

  /** {@code E[f(h)]} for h of a mean and a variance, f changing over lengths of 1. */
  public static double of(double mean, double variance, DoubleUnaryOperator f) {
    double deviation = Math.sqrt(variance);
    int panels = 8 + (int) Math.ceil(2 * END * deviation / 4);
    double half = END / panels;
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      double middle = -END + (2 * i + 1) * half;
      sum += half * RULE.integrate(t -> weighted(mean, deviation, middle + half * t, f));
    }
    return sum;
  }

  private static double weighted(double mean, double deviation, double z, DoubleUnaryOperator f) {
    double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    return density * f.applyAsDouble(mean + deviation * z);
  }
}
