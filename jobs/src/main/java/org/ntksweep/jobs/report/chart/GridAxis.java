package org.ntksweep.jobs.report.chart;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a grid along one axis, and the cells of a heat map around them.
 *
 * @param values ascending, different
 */
record GridAxis(List<Double> values) {
  /** What a cell extends over. */
  record Cell(double low, double high) {}

  /** Copies the list. */
  GridAxis {
    values = List.copyOf(values);
  }

  /** Whether the values are positive and spaced more evenly by factors than by differences. */
  boolean isLogarithmic() {
    return values.size() > 2 && values.get(0) > 0 && unevenness(logarithms()) < unevenness(array());
  }

  /** The scale of Vega that suits the values. */
  String scale() {
    return isLogarithmic() ? "log" : "linear";
  }

  /**
   * The cells of the values. Each goes from halfway to the value below to halfway to the value
   * above; the ends are symmetric, but what cannot be negative has no negative part.
   */
  Map<Double, Cell> cells() {
    boolean logarithmic = isLogarithmic();
    double[] at = logarithmic ? logarithms() : array();
    Map<Double, Cell> cells = new HashMap<>();
    for (int i = 0; i < at.length; i++) {
      double low = at[i] - halfGap(at, i == 0 ? 1 : i);
      double high = at[i] + halfGap(at, i == at.length - 1 ? i : i + 1);
      cells.put(
          values.get(i),
          logarithmic
              ? new Cell(Math.exp(low), Math.exp(high))
              : new Cell(Math.max(low, Math.min(0, values.get(0))), high));
    }
    return cells;
  }

  private static double halfGap(double[] at, int upper) {
    return at.length == 1 ? 0.5 : (at[upper] - at[upper - 1]) / 2;
  }

  private double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double[] logarithms() {
    return Arrays.stream(array()).map(Math::log).toArray();
  }

  /** The largest gap in units of the smallest. */
  private static double unevenness(double[] at) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 1; i < at.length; i++) {
      least = Math.min(least, at[i] - at[i - 1]);
      most = Math.max(most, at[i] - at[i - 1]);
    }
    return most / least;
  }
}
