package org.ntksweep.jobs.report.chart.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ntksweep.jobs.report.rows.Json;

/**
 * An axis of a chart, decided once from all the values of a grid it shows: every cell, tick and
 * scale follows from it.
 *
 * @param values ascending, different
 * @param isLogarithmic whether values are positive and spaced more evenly by factors
 */
public record GridAxis(List<Double> values, boolean isLogarithmic) {
  /** More values than these do not each get a tick. */
  private static final int TICKS = 8;

  /** What a cell extends over. */
  public record Cell(double low, double high) {}

  /** Copies the list. */
  public GridAxis {
    values = List.copyOf(values);
  }

  /** The axis that suits values, ascending and different. */
  public static GridAxis of(List<Double> values) {
    double[] at = array(values);
    boolean logarithmic = at.length > 2 && at[0] > 0 && unevenness(logarithms(at)) < unevenness(at);
    return new GridAxis(values, logarithmic);
  }

  /** The scale, from the first value drawn to the last. */
  public ObjectNode scale() {
    ObjectNode scale = Json.NODES.objectNode().put("nice", false);
    // Only a linear axis would start at 0 of itself.
    return isLogarithmic
        ? scale.put("type", "log")
        : scale.put("type", "linear").put("zero", false);
  }

  /** Ticks of whole numbers. */
  public ObjectNode wholeTicks() {
    ObjectNode axis = ticks().put("format", "d");
    return isLogarithmic ? axis : axis.put("tickMinStep", 1);
  }

  /** A tick at every value if there are few, else at round ones. */
  public ObjectNode ticks() {
    ObjectNode axis = Json.NODES.objectNode().put("format", "~g");
    if (values.size() > TICKS && !isLogarithmic) {
      return axis;
    }
    ArrayNode ticks = axis.putArray("values");
    values.stream().filter(x -> values.size() <= TICKS || isRound(x)).forEach(ticks::add);
    return ticks.size() > 1 ? axis : axis.without("values");
  }

  private static boolean isRound(double x) {
    double mantissa = x / Math.pow(10, Math.floor(Math.log10(x)));
    return Math.abs(mantissa - Math.rint(mantissa)) < 1e-9 && (mantissa < 2.5 || mantissa == 5);
  }

  /** The cells of all values. */
  public Map<Double, Cell> cells() {
    return cells(values);
  }

  /**
   * The cells of some values. Each goes from halfway to the value below to halfway to the value
   * above, on this axis; the ends are symmetric, but what cannot be negative has no negative part.
   */
  public Map<Double, Cell> cells(List<Double> some) {
    double[] at = isLogarithmic ? logarithms(array(some)) : array(some);
    Map<Double, Cell> cells = new HashMap<>();
    for (int i = 0; i < at.length; i++) {
      double low = at[i] - halfGap(at, i == 0 ? 1 : i);
      double high = at[i] + halfGap(at, i == at.length - 1 ? i : i + 1);
      cells.put(
          some.get(i),
          isLogarithmic
              ? new Cell(Math.exp(low), Math.exp(high))
              : new Cell(Math.max(low, Math.min(0, some.get(0))), high));
    }
    return cells;
  }

  /** From the lower edge of the first cell to the upper one of the last. */
  public Cell extent() {
    Map<Double, Cell> cells = cells();
    return new Cell(
        cells.get(values.get(0)).low(), cells.get(values.get(values.size() - 1)).high());
  }

  /** Values even on this axis, from what it shows first to what it shows last. */
  public List<Double> along(int steps) {
    Cell extent = extent();
    double low = isLogarithmic ? Math.log(extent.low()) : Math.max(0, extent.low());
    double high = isLogarithmic ? Math.log(extent.high()) : extent.high();
    return IntStream.rangeClosed(0, steps)
        .mapToDouble(i -> low + i * (high - low) / steps)
        .map(x -> isLogarithmic ? Math.exp(x) : x)
        .boxed()
        .toList();
  }

  private static double halfGap(double[] at, int upper) {
    return at.length == 1 ? 0.5 : (at[upper] - at[upper - 1]) / 2;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
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
