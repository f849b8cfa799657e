package org.ntksweep.jobs.report.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.verdict.Family;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/**
 * Theory at depths between those of a sweep, so that its curves are curves: rows of no estimate.
 */
final class Curves {
  /** As many points as an eye takes for a curve. */
  private static final int SMOOTH = 40;

  /** More than these families have curves of many points, or hide each other. */
  private static final int MOST_FAMILIES = 100;

  private static final List<String> OF_THE_FAMILY =
      List.of("activation", "sigma_w2", "sigma_b2", "width", "input_dim", "phase");

  private Curves() {}

  /** The rows between those of the diagonal. */
  static List<TableRow> of(Rows diagonal) {
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
    return laws.stream().map(deep -> row(family.deepest(), deep, theory.of(deep, 1)));
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

  private static Network at(Network law, int depth) {
    return law.with(
        Widths.constant(law.widths().inputDim(), law.widths().hiddenWidth().orElseThrow(), depth));
  }

  private static TableRow row(TableRow family, Network law, LawTheory theory) {
    Map<String, Object> values = new LinkedHashMap<>();
    OF_THE_FAMILY.forEach(
        column -> family.value(column).ifPresent(value -> values.put(column, value)));
    values.put("cosine", 1.0);
    values.put("depth", law.depth());
    values.put("depth_to_width", law.depth() / family.number(LawColumns.WIDTH));
    put(values, "exact_ratio", theory.exactRatio());
    put(values, "limit_ratio", theory.limitRatio());
    put(values, "published_limit_ratio", theory.publishedLimitRatio());
    put(values, "published_ratio", theory.publishedRatio());
    return new TableRow(values);
  }

  private static void put(Map<String, Object> values, String column, OptionalDouble value) {
    value.ifPresent(x -> values.put(column, x));
  }
}
