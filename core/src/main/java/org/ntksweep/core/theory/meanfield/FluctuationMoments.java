package org.ntksweep.core.theory.meanfield;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.theory.expectation.GaussianExpectations;
import org.ntksweep.core.theory.gaussian.BinadeInterpolant;

/**
 * What the fluctuations of a layer depend on: moments of an activation and its slope over a centred
 * normal number of variance q, quick to ask for. Safe for use by several threads.
 */
final class FluctuationMoments {
  /** Beyond it an activation that grows is two lines, below its inverse one, to the last digit. */
  private static final double LARGEST = 0x1p100;

  /** The step of the quadrature, and how many standard deviations it spans. */
  private static final double STEP = 1.0 / 16;

  private static final double TAIL = 9;

  /** Of finite differences of logarithms. */
  private static final double RATIO = 1 + 0x1p-6;

  private static final Map<Activation, FluctuationMoments> KNOWN = new ConcurrentHashMap<>();

  private final GaussianExpectations phi;
  private final DoubleUnaryOperator squareRatio;
  private final DoubleUnaryOperator squaredSlope;
  private final DoubleUnaryOperator value4;
  private final DoubleUnaryOperator slope4;
  private final DoubleUnaryOperator cross;
  private final DoubleUnaryOperator valueGrowth;
  private final DoubleUnaryOperator slopeGrowth;

  private FluctuationMoments(Activation activation) {
    phi = GaussianExpectations.of(activation);
    squareRatio = clamped(q -> phi.square(q) / q);
    squaredSlope = clamped(phi::squaredSlope);
    value4 = clamped(q -> mean(q, (v, s) -> v * v * v * v) / square(mean(q, (v, s) -> v * v)));
    slope4 = clamped(q -> mean(q, (v, s) -> s * s * s * s) / square(mean(q, (v, s) -> s * s)));
    cross =
        clamped(
            q ->
                mean(q, (v, s) -> v * v * s * s)
                    / (mean(q, (v, s) -> v * v) * mean(q, (v, s) -> s * s)));
    valueGrowth = clamped(q -> q * phi.growth(q) / phi.square(q));
    slopeGrowth = clamped(this::slopeGrowthAt);
  }

  static FluctuationMoments of(Activation activation) {
    return KNOWN.computeIfAbsent(activation, FluctuationMoments::new);
  }

  private static DoubleUnaryOperator clamped(DoubleUnaryOperator function) {
    DoubleUnaryOperator interpolant = new BinadeInterpolant(function);
    return q -> interpolant.applyAsDouble(Math.max(1 / LARGEST, Math.min(q, LARGEST)));
  }

  private double slopeGrowthAt(double q) {
    double ratio = phi.squaredSlope(q * RATIO) / phi.squaredSlope(q / RATIO);
    return Elementary.log(ratio) / (2 * Elementary.log(RATIO));
  }

  /** A function of a value and a slope. */
  private interface Reading {
    double of(double value, double slope);
  }

  /**
   * By the trapezoidal rule in u, {@code h = c sinh(u)}: as fine where the activation bends as
   * where the normal density does. A forecast needs no more than a few digits.
   */
  private double mean(double q, Reading reading) {
    double deviation = Math.sqrt(q);
    double unit = Math.min(deviation, 1);
    double most = TAIL * deviation / unit;
    int n = (int) Math.ceil(Elementary.log(2 * most + 1) / STEP);
    double[] h = new double[2 * n + 1];
    double[] density = new double[2 * n + 1];
    for (int i = 0; i <= 2 * n; i++) {
      double grown = Elementary.exp((i - n) * STEP);
      h[i] = unit * 0.5 * (grown - 1 / grown);
      double z = h[i] / deviation;
      density[i] = unit * 0.5 * (grown + 1 / grown) / deviation * Elementary.exp(-0.5 * z * z);
    }
    double[] value = new double[h.length];
    double[] slope = new double[h.length];
    phi.apply(h, value, slope);
    double sum = 0;
    for (int i = 0; i < h.length; i++) {
      sum += density[i] * reading.of(value[i], slope[i]);
    }
    return sum * STEP / Math.sqrt(2 * Math.PI);
  }

  private static double square(double x) {
    return x * x;
  }

  /** {@code E[phi^2] / q}. */
  double squareRatio(double q) {
    return squareRatio.applyAsDouble(q);
  }

  /** {@code E[phi'^2]}. */
  double squaredSlope(double q) {
    return squaredSlope.applyAsDouble(q);
  }

  /** The variance of {@code phi^2} in units of its squared mean. */
  double ofValues(double q) {
    return value4.applyAsDouble(q) - 1;
  }

  /** {@code E[phi'^4] / E[phi'^2]^2}. */
  double slope4(double q) {
    return slope4.applyAsDouble(q);
  }

  /** The covariance of {@code phi^2} and {@code phi'^2} in units of their means. */
  double covariance(double q) {
    return cross.applyAsDouble(q) - 1;
  }

  /** {@code d log E[phi^2] / d log q}. */
  double valueGrowth(double q) {
    return valueGrowth.applyAsDouble(q);
  }

  /** {@code d log E[phi'^2] / d log q}. */
  double slopeGrowth(double q) {
    return slopeGrowth.applyAsDouble(q);
  }
}
