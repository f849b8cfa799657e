package org.ntksweep.jobs.report.chart.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ntksweep.jobs.report.chart.data.GridAxis.Cell;
import org.ntksweep.jobs.report.rows.InputDimension;
import org.ntksweep.jobs.report.rows.InputNorm;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.WidthProfile;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;
import org.ntksweep.jobs.tables.point.PointColumns;

/** What charts draw that neither the table holds nor samples say, row by row. */
public final class Derived {
  /** Curves of as many depths are told apart. */
  private static final int CURVES = 6;

  private final InputDimension inputs;
  private final InputNorm norms;
  private final Edges edges;
  private final Map<Double, Cell> sigmaW2;
  private final Map<Double, Cell> sigmaB2;

  /** The depths of networks that differ in depth and variances alone. */
  private final Map<List<Object>, Depths> depths = new HashMap<>();

  /** The colours of the values of sigma_w2, for networks that differ in it and in depth. */
  private final Map<List<Object>, Map<Double, String>> colours = new HashMap<>();

  private final Map<Object, Double> diagonalAtInfiniteWidth = new HashMap<>();

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

  public Derived(Rows rows, InputDimension inputs, InputNorm norms) {
    this.inputs = inputs;
    this.norms = norms;
    GridAxis weights = GridAxis.of(rows.numbers(LawColumns.SIGMA_W2));
    edges = new Edges(weights.extent());
    sigmaW2 = weights.cells();
    sigmaB2 = GridAxis.of(rows.numbers(LawColumns.SIGMA_B2)).cells();
    Map<List<Object>, TreeSet<Double>> found = new HashMap<>();
    Map<List<Object>, Map<Double, String>> phases = new HashMap<>();
    for (TableRow row : rows.all()) {
      found.computeIfAbsent(family(row), same -> new TreeSet<>()).add(row.number(LawColumns.DEPTH));
      phases
          .computeIfAbsent(palette(row), same -> new TreeMap<>())
          .put(row.number(LawColumns.SIGMA_W2), row.text(TheoryColumns.PHASE));
      if (Rows.isDiagonal(row)) {
        diagonalAtInfiniteWidth.put(
            row.text(PointColumns.POINT_ID), row.number(TheoryColumns.INFINITE_WIDTH_MEAN));
      }
    }
    GridAxis depthAxis = GridAxis.of(ofConstantWidth(rows).numbers(LawColumns.DEPTH));
    found.forEach((family, values) -> depths.put(family, Depths.of(depthAxis, values)));
    phases.forEach((palette, bySigma) -> colours.put(palette, Colours.of(bySigma)));
  }

  /** What selectors choose by, and what depends on the law alone: of estimates and of curves. */
  public void putLaw(Map<String, Object> values, TableRow row) {
    inputs.value(row).ifPresent(value -> values.put(ChartColumns.INPUT.name(), value));
    values.put(ChartColumns.INPUT_NORM.name(), norms.value(row));
    values.put(ChartColumns.ARCHITECTURE.name(), WidthProfile.of(row).label());
    String colour =
        colours.getOrDefault(palette(row), Map.of()).get(row.number(LawColumns.SIGMA_W2));
    if (colour != null) {
      values.put("colour", colour);
    }
    edges.of(LawColumns.law(row)).ifPresent(edge -> values.put("edge", edge));
  }

  /** Where an estimate is drawn. */
  public void putPlace(Map<String, Object> values, TableRow row) {
    put(values, "sigma_w2", sigmaW2.get(row.number(LawColumns.SIGMA_W2)));
    put(values, "sigma_b2", sigmaB2.get(row.number(LawColumns.SIGMA_B2)));
    double depth = row.number(LawColumns.DEPTH);
    put(values, "depth", depths.get(family(row)).cells().get(depth));
    values.put("depth_shown", isShown(row));
    values.put("deepest", depth == depths.get(family(row)).largest());
    values.put("ends", ends(row));
    if (!Rows.isDiagonal(row)) {
      values.put(
          "infinite_off_diagonal",
          row.number(TheoryColumns.INFINITE_WIDTH_MEAN)
              / diagonalAtInfiniteWidth.getOrDefault(row.text(PointColumns.POINT_ID), Double.NaN));
    }
  }

  /** Whether a chart of some depths has the one of a row. */
  public boolean isShown(TableRow row) {
    return depths.get(family(row)).some().contains(row.number(LawColumns.DEPTH));
  }

  /** What charts of a width draw; all rows if hidden widths differ in all of them. */
  public static Rows ofConstantWidth(Rows rows) {
    Rows constant = rows.where(row -> row.value(LawColumns.WIDTH).isPresent());
    return constant.all().isEmpty() ? rows : constant;
  }

  /** The input dimension and the last hidden width, such as 784→300. */
  private static String ends(TableRow row) {
    List<Integer> widths = LawColumns.widths(row);
    return widths.get(0) + "→" + widths.get(Math.max(0, widths.size() - 2));
  }

  private List<Object> family(TableRow row) {
    return List.of(row.text(LawColumns.WIDTH), inputs.value(row), WidthProfile.of(row));
  }

  private List<Object> palette(TableRow row) {
    return List.of(
        row.text(LawColumns.ACTIVATION),
        row.number(LawColumns.SIGMA_B2),
        row.text(LawColumns.WIDTH),
        row.text(LawColumns.INPUT_DIM),
        norms.value(row));
  }

  private static void put(Map<String, Object> values, String name, Cell cell) {
    values.put(name + "_low", cell.low());
    values.put(name + "_high", cell.high());
  }
}
