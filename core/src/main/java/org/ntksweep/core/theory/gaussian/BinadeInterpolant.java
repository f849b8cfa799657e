package org.ntksweep.core.theory.gaussian;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.DoubleUnaryOperator;

/**
 * An expensive function of one positive variable, made cheap: a Chebyshev polynomial for every
 * binade {@code [2^e, 2^(e+1))}, interpolated when the first argument in it is asked for. For
 * functions that are analytic but for the negative axis and vary slowly over a binade; the nearest
 * singularity, 0, lets the error fall by {@code 3 + sqrt 8} with every degree. Values are the same
 * whoever asks first. Safe for use by several threads.
 */
public final class BinadeInterpolant implements DoubleUnaryOperator {
  private static final int COEFFICIENTS = 22;

  /** Arguments below {@code 2^-LARGEST} and above {@code 2^LARGEST} are left to the function. */
  private static final int LARGEST = 100;

  private static final double[] NODES = nodes();

  private final DoubleUnaryOperator function;
  private final AtomicReferenceArray<double[]> binades =
      new AtomicReferenceArray<>(2 * LARGEST + 1);

  /**
   * Interpolates a function, which is asked for its values binade by binade, as they are needed.
   */
  public BinadeInterpolant(DoubleUnaryOperator function) {
    this.function = function;
  }

  /** Chebyshev's nodes: the cosines of {@code pi (k + 1/2) / n}. */
  private static double[] nodes() {
    double[] nodes = new double[COEFFICIENTS];
    for (int k = 0; k < COEFFICIENTS; k++) {
      nodes[k] = cosine(2 * k + 1);
    }
    return nodes;
  }

  /** The cosine of {@code pi m / 2n}, n being the number of nodes. */
  private static double cosine(int m) {
    return StrictMath.cos(Math.PI * (m % (4 * COEFFICIENTS)) / (2 * COEFFICIENTS));
  }

  @Override
  public double applyAsDouble(double x) {
    int exponent = Math.getExponent(x);
    if (!(x > 0) || Math.abs(exponent) > LARGEST) {
      return function.applyAsDouble(x);
    }
    double[] c = binades.get(exponent + LARGEST);
    return sum(c == null ? interpolate(exponent) : c, 2 * Math.scalb(x, -exponent) - 3);
  }

  /** Clenshaw's recurrence: the Chebyshev series at {@code t} from -1 to 1. */
  private static double sum(double[] c, double t) {
    double twice = 2 * t;
    double next = 0;
    double afterNext = 0;
    for (int i = COEFFICIENTS - 1; i > 0; i--) {
      double term = Math.fma(twice, next, c[i] - afterNext);
      afterNext = next;
      next = term;
    }
    return Math.fma(t, next, c[0] - afterNext);
  }

  private double[] interpolate(int exponent) {
    double[] values = new double[COEFFICIENTS];
    for (int k = 0; k < COEFFICIENTS; k++) {
      values[k] = function.applyAsDouble(Math.scalb(1.5 + 0.5 * NODES[k], exponent));
    }
    double[] c = new double[COEFFICIENTS];
    for (int i = 0; i < COEFFICIENTS; i++) {
      for (int k = 0; k < COEFFICIENTS; k++) {
        c[i] += values[k] * cosine(i * (2 * k + 1)) * 2 / COEFFICIENTS;
      }
    }
    c[0] /= 2;
    binades.set(exponent + LARGEST, c);
    return c;
  }
}
