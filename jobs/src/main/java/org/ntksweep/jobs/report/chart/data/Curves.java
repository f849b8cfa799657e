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

  /** The rows between those of the diagonal. */
  public static List<TableRow> of(Rows diagonal) {
    List<Family> families = Family.of(diagonal).stream().filter(Curves::isKnown).toList();
    return families.size() > MOST_FAMILIES
        ? List.of()
        : families.stream().flatMap(Curves::between).toList();
  }

  private static boolean isKnown(Family family) {
    return family.deepest().value(LawColumns.WIDTH).isPresent()
        && family.byDepth().size() > 1
        && Stream.of(TheoryColumns.EXACT_RATIO, TheoryColumns.LIMIT_RATIO)
            .anyMatch(column -> family.deepest().value(column).isPresent());
  }

  private static Stream<TableRow> between(Family family) {
    Network law = LawColumns.law(family.deepest());
    List<Network> laws = depths(family).stream().map(depth -> at(law, depth)).toList();
    SharedTheory theory = new SharedTheory(laws);
    return laws.stream().map(deep -> row(deep, "depth", TheoryColumns.ALL.row(theory.of(deep, 1))));
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
