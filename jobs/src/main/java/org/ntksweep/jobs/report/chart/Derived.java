package org.ntksweep.jobs.report.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ntksweep.jobs.report.chart.GridAxis.Cell;
import org.ntksweep.jobs.report.rows.InputDimension;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.WidthProfile;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.PointColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/** What charts draw that the table does not hold, row by row. */
final class Derived {
  /** Curves of as many depths are told apart. */
  private static final int CURVES = 6;

  private final InputDimension inputs;
  private final Map<Double, Cell> sigmaW2;
  private final Map<Double, Cell> sigmaB2;

  /** The depths of networks that differ in depth and variances alone. */
  private final Map<List<Object>, Depths> depths = new HashMap<>();

  private record Depths(Map<Double, Cell> cells, double largest, Set<Double> some) {
    static Depths of(GridAxis axis, TreeSet<Double> values) {
      return new Depths(axis.cells(List.copyOf(values)), values.last(), some(List.copyOf(values)));
    }

    /** So many that their curves are told apart: even in number, the ends among them. */
    private static Set<Double> some(List<Double> all) {
      int last = Math.min(all.size(), CURVES) - 1;
      return IntStream.rangeClosed(0, last)
          .mapToObj(i -> all.get(last == 0 ? 0 : i * (all.size() - 1) / last))
          .collect(Collectors.toSet());
    }
  }

  private final Map<Object, Double> diagonalAtInfiniteWidth = new HashMap<>();

  Derived(Rows rows, InputDimension inputs) {
    this.inputs = inputs;
    sigmaW2 = GridAxis.of(rows.numbers(LawColumns.SIGMA_W2)).cells();
    sigmaB2 = GridAxis.of(rows.numbers(LawColumns.SIGMA_B2)).cells();
    Map<List<Object>, TreeSet<Double>> found = new HashMap<>();
    for (TableRow row : rows.all()) {
      found.computeIfAbsent(family(row), same -> new TreeSet<>()).add(row.number(LawColumns.DEPTH));
      if (Rows.isDiagonal(row)) {
        diagonalAtInfiniteWidth.put(
            row.text(PointColumns.POINT_ID), row.number(TheoryColumns.INFINITE_WIDTH_MEAN));
      }
    }
    GridAxis depthAxis = GridAxis.of(ofConstantWidth(rows).numbers(LawColumns.DEPTH));
    found.forEach((family, values) -> depths.put(family, Depths.of(depthAxis, values)));
  }

  void addTo(Map<String, Object> values, TableRow row) {
    inputs.value(row).ifPresent(value -> values.put("input", value));
    put(values, "sigma_w2", sigmaW2.get(row.number(LawColumns.SIGMA_W2)));
    put(values, "sigma_b2", sigmaB2.get(row.number(LawColumns.SIGMA_B2)));
    Depths ofFamily = depths.get(family(row));
    double depth = row.number(LawColumns.DEPTH);
    put(values, "depth", ofFamily.cells().get(depth));
    putRatio(values, row);
    values.put("depth_shown", ofFamily.some().contains(depth));
    values.put("deepest", depth == ofFamily.largest());
    values.put("architecture", WidthProfile.of(row).label());
    values.put("widths", ends(row));
    if (!Rows.isDiagonal(row)) {
      values.put(
          "infinite_off_diagonal",
          row.number(TheoryColumns.INFINITE_WIDTH_MEAN)
              / diagonalAtInfiniteWidth.getOrDefault(row.text(PointColumns.POINT_ID), Double.NaN));
    }
  }

  /** What charts of a width draw; all rows if hidden widths differ in all of them. */
  static Rows ofConstantWidth(Rows rows) {
    Rows constant = rows.where(row -> row.value(LawColumns.WIDTH).isPresent());
    return constant.all().isEmpty() ? rows : constant;
  }

  /** The input dimension and the last hidden width, such as 784→300. */
  private static String ends(TableRow row) {
    List<?> widths = (List<?>) row.value(LawColumns.WIDTHS).orElseThrow();
    return widths.get(0) + "→" + widths.get(Math.max(0, widths.size() - 2));
  }

  /** What is painted of a ratio: the exact one where it is known. */
  private static void putRatio(Map<String, Object> values, TableRow row) {
    Optional<Double> exact = row.value(TheoryColumns.EXACT_RATIO);
    Optional<Double> painted = exact.isPresent() ? exact : row.value(EstimateColumns.RATIO);
    painted.ifPresent(ratio -> values.put("painted_ratio", ratio));
    values.put("uncertain", exact.isEmpty() && Rows.isUnderpowered(row));
    double limit = row.number(TheoryColumns.INFINITE_WIDTH_MEAN);
    double mean = row.number(EstimateColumns.MEAN) / limit;
    double error = 1.96 * Math.abs(row.number(EstimateColumns.MEAN_SE) / limit);
    if (Double.isFinite(mean) && Double.isFinite(error)) {
      values.put("mean_shift", mean);
      values.put("mean_shift_lo", mean - error);
      values.put("mean_shift_hi", mean + error);
    }
  }

  private List<Object> family(TableRow row) {
    return List.of(row.text(LawColumns.WIDTH), inputs.value(row), WidthProfile.of(row));
  }

  private static void put(Map<String, Object> values, String name, Cell cell) {
    values.put(name + "_low", cell.low());
    values.put(name + "_high", cell.high());
  }
}
