package org.ntksweep.jobs.report.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ntksweep.jobs.report.chart.GridAxis.Cell;
import org.ntksweep.jobs.report.rows.InputDimension;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.WidthProfile;
import org.ntksweep.jobs.tables.TableRow;

/** What charts draw that the table does not hold, row by row. */
final class Derived {
  private final InputDimension inputs;
  private final Map<Double, Cell> sigmaW2;
  private final Map<Double, Cell> sigmaB2;

  /** The depths of networks that differ in depth and variances alone. */
  private final Map<List<Object>, Depths> depths = new HashMap<>();

  private record Depths(Map<Double, Cell> cells, double largest) {
    static Depths of(TreeSet<Double> values) {
      return new Depths(new GridAxis(List.copyOf(values)).cells(), values.last());
    }
  }

  private final Map<Object, Double> diagonalAtInfiniteWidth = new HashMap<>();

  Derived(Rows rows, InputDimension inputs) {
    this.inputs = inputs;
    sigmaW2 = new GridAxis(rows.numbers("sigma_w2")).cells();
    sigmaB2 = new GridAxis(rows.numbers("sigma_b2")).cells();
    Map<List<Object>, TreeSet<Double>> found = new HashMap<>();
    for (TableRow row : rows.all()) {
      found.computeIfAbsent(family(row), same -> new TreeSet<>()).add(Rows.number(row, "depth"));
      if (Rows.isDiagonal(row)) {
        diagonalAtInfiniteWidth.put(row.text("point_id"), Rows.number(row, "infinite_width_mean"));
      }
    }
    found.forEach((family, values) -> depths.put(family, Depths.of(values)));
  }

  void addTo(Map<String, Object> values, TableRow row) {
    inputs.value(row).ifPresent(value -> values.put("input", value));
    put(values, "sigma_w2", sigmaW2.get(Rows.number(row, "sigma_w2")));
    put(values, "sigma_b2", sigmaB2.get(Rows.number(row, "sigma_b2")));
    Depths ofFamily = depths.get(family(row));
    double depth = Rows.number(row, "depth");
    put(values, "depth", ofFamily.cells().get(depth));
    values.put("deepest", depth == ofFamily.largest());
    values.put("architecture", WidthProfile.of(row).label());
    values.put("widths", ends(row));
    if (!Rows.isDiagonal(row)) {
      values.put(
          "infinite_off_diagonal",
          Rows.number(row, "infinite_width_mean")
              / diagonalAtInfiniteWidth.getOrDefault(row.text("point_id"), Double.NaN));
    }
  }

  /** The input dimension and the last hidden width, such as 784→300. */
  private static String ends(TableRow row) {
    List<?> widths = (List<?>) row.value("widths").orElseThrow();
    return widths.get(0) + "→" + widths.get(Math.max(0, widths.size() - 2));
  }

  private List<Object> family(TableRow row) {
    return List.of(row.text("width"), inputs.value(row), WidthProfile.of(row));
  }

  private static void put(Map<String, Object> values, String name, Cell cell) {
    values.put(name + "_low", cell.low());
    values.put(name + "_high", cell.high());
  }
}
