package org.ntksweep.core.theory.infinite;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Smooth functions of an angle, each entry of an array one, by their values at Chebyshev points:
 * barycentric interpolation (Berrut and Trefethen 2004). Points are doubled until what the last
 * ones predicted of the new ones was right to {@value #TOLERANCE} of the largest value; the new
 * ones then are much closer.
 */
final class AngleTable {
  private static final double TOLERANCE = 1e-12;
  private static final int FIRST = 16;

  private final double middle;
  private final double half;

  /** From 1 to -1. */
  private final double[] points;

  /** Those of every point. */
  private final double[][] values;

  private AngleTable(double middle, double half, double[] points, double[][] values) {
    this.middle = middle;
    this.half = half;
    this.points = points;
    this.values = values;
  }

  /**
   * Functions between two angles, from below to.
   *
   * @param most how often they may be evaluated
   * @return empty if they are not smooth enough for so few values, or not finite
   */
  static Optional<AngleTable> of(
      DoubleFunction<double[]> functions, double from, double to, int most) {
    AngleTable table = new AngleTable((from + to) / 2, (to - from) / 2, points(FIRST), null);
    table = table.withValues(functions, null);
    while (2 * table.points.length <= most) {
      AngleTable finer =
          new AngleTable(table.middle, table.half, points(2 * (table.points.length - 1)), null)
              .withValues(functions, table);
      if (finer.confirms(table)) {
        return Optional.of(finer);
      }
      table = finer;
    }
    return Optional.empty();
  }

  private static double[] points(int intervals) {
    double[] points = new double[intervals + 1];
    for (int k = 0; k <= intervals; k++) {
      points[k] = StrictMath.cos(Math.PI * k / intervals);
    }
    return points;
  }

  private AngleTable withValues(DoubleFunction<double[]> functions, AngleTable coarser) {
    double[][] all = new double[points.length][];
    for (int k = 0; k < all.length; k++) {
      all[k] =
          coarser != null && k % 2 == 0
              ? coarser.values[k / 2]
              : functions.apply(middle + half * points[k]);
    }
    return new AngleTable(middle, half, points, all);
  }

  private boolean confirms(AngleTable coarser) {
    double[] largest = new double[values[0].length];
    for (double[] value : values) {
      for (int f = 0; f < largest.length; f++) {
        largest[f] = Math.max(largest[f], Math.abs(value[f]));
      }
    }
    for (int k = 1; k < points.length; k += 2) {
      double[] predicted = coarser.at(middle + half * points[k]);
      for (int f = 0; f < largest.length; f++) {
        if (!(Math.abs(predicted[f] - values[k][f]) <= TOLERANCE * largest[f])) {
          return false;
        }
      }
    }
    return true;
  }

  /** The functions at an angle. */
  double[] at(double angle) {
    double x = (angle - middle) / half;
    double[] sum = new double[values[0].length];
    double weights = 0;
    for (int k = 0; k < points.length; k++) {
      double distance = x - points[k];
      if (distance == 0) {
        return values[k].clone();
      }
      double weight = (k == 0 || k == points.length - 1 ? 0.5 : 1) / distance;
      weight = k % 2 == 0 ? weight : -weight;
      weights += weight;
      for (int f = 0; f < sum.length; f++) {
        sum[f] += weight * values[k][f];
      }
    }
    for (int f = 0; f < sum.length; f++) {
      sum[f] /= weights;
    }
    return sum;
  }
}
