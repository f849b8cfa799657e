package org.ntksweep.jobs.report.chart.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.verdict.Family;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/**
 * Theory at depths between those of a sweep, so that its curves are curves: rows of no estimate.
 */
public final class Curves {
  /** As many points as an eye takes for a curve. */
  private static final int SMOOTH = 40;

  /** More than these families have curves of many points, or hide each other. */
  private static final int MOST_FAMILIES = 100;

  private Curves() {}

  /** The rows between those of some estimates. */
  public static List<TableRow> of(Rows estimates) {
    List<Family> families =
        Family.of(estimates.diagonal()).stream().filter(Curves::isKnown).toList();
    List<Double> cosines = estimates.numbers(EstimateColumns.COSINE);
    return families.size() > MOST_FAMILIES
        ? List.of()
        : families.stream().flatMap(family -> between(family, cosines)).toList();
  }

  private static boolean isKnown(Family family) {
    return family.deepest().value(LawColumns.WIDTH).isPresent()
        && family.byDepth().size() > 1
        && Stream.of(
                TheoryColumns.EXACT_RATIO,
                TheoryColumns.LIMIT_RATIO,
                TheoryColumns.INFINITE_WIDTH_MEAN)
            .anyMatch(column -> family.deepest().value(column).isPresent());
  }

  private static Stream<TableRow> between(Family family, List<Double> cosines) {
    Network law = LawColumns.law(family.deepest());
    List<Network> laws = depths(family).stream().map(depth -> at(law, depth)).toList();
    SharedTheory theory = new SharedTheory(laws);
    return laws.stream().flatMap(deep -> cosines.stream().map(cosine -> row(deep, cosine, theory)));
  }

  private static TableRow row(Network law, double cosine, SharedTheory theory) {
    TableRow diagonal = TheoryColumns.ALL.row(theory.of(law, 1));
    if (cosine == 1) {
      return row(law, "depth", diagonal);
    }
    TableRow pair = TheoryColumns.ALL.row(theory.of(law, cosine));
    double limit =
        pair.number(TheoryColumns.INFINITE_WIDTH_MEAN)
            / diagonal.number(TheoryColumns.INFINITE_WIDTH_MEAN);
    return row(
        law,
        "depth",
        new TableRow(
            Map.of(EstimateColumns.COSINE.name(), cosine, "infinite_off_diagonal", limit)));
  }

  /** Half of the points are even along a linear axis, half along a logarithmic one. */
  private static SortedSet<Integer> depths(Family family) {
    List<Double> grid = new Rows(family.byDepth()).numbers(LawColumns.DEPTH);
    double low = grid.get(0);
    double high = grid.get(grid.size() - 1);
    SortedSet<Integer> depths = new TreeSet<>();
    if (grid.size() < SMOOTH) {
      IntStream.range(1, SMOOTH / 2)
          .mapToDouble(i -> 2.0 * i / SMOOTH)
          .forEach(
              t -> {
                depths.add((int) Math.round(low + t * (high - low)));
                depths.add((int) Math.round(low * Math.pow(high / low, t)));
              });
    }
    grid.forEach(depth -> depths.remove(depth.intValue()));
    return depths;
  }

  public static Network at(Network law, int depth) {
    return law.with(
        Widths.constant(law.widths().inputDim(), law.widths().hiddenWidth().orElseThrow(), depth));
  }

  /** Laws along the axis of the bias variance, for the edge of chaos over it. */
  public static Stream<TableRow> overBiases(Rows diagonal) {
    GridAxis axis = GridAxis.of(diagonal.numbers(LawColumns.SIGMA_B2));
    if (axis.values().size() == 1) {
      return Stream.empty();
    }
    List<Double> along = axis.along(SMOOTH);
    return Family.of(diagonal).stream()
        .filter(family -> family.deepest().value(LawColumns.WIDTH).isPresent())
        .map(family -> LawColumns.law(family.deepest()))
        .map(
            law ->
                law.withVariances(1, 0)
                    .with(
                        Widths.constant(
                            law.widths().inputDim(), law.widths().hiddenWidth().orElseThrow(), 2)))
        .distinct()
        .limit(MOST_FAMILIES)
        .flatMap(law -> along.stream().map(x -> law.withVariances(1, x)))
        .map(law -> row(law, "sigma_b2", new TableRow(Map.of("deepest", true))));
  }

  /** A row of no estimate, for charts along an axis. */
  public static TableRow row(Network law, String along, TableRow known) {
    Map<String, Object> values = new LinkedHashMap<>(LawColumns.FIRST.row(law).values());
    values.putAll(LawColumns.LAST.row(law).values());
    values.put(EstimateColumns.COSINE.name(), 1.0);
    values.putAll(known.values());
    values.put("along", along);
    return new TableRow(values);
  }
}
