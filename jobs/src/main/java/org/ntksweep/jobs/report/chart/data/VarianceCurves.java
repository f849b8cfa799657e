package org.ntksweep.jobs.report.chart.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.RatioBounds;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.verdict.Family;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/**
 * Curves over sigma_w2: the exact ratio between its values in a sweep, and the largest depth with a
 * ratio at or below some bounds, exact where it is known and else as measured.
 */
public final class VarianceCurves {
  private static final int SMOOTH = 48;

  /** More groups of curves take longer than anybody waits for a page. */
  private static final int MOST_GROUPS = 24;

  private static final List<Double> BOUNDS = List.of(1.01, 1.1, 1.5, 2.0);

  /** Families that differ in sigma_w2 alone. */
  private final List<Family> group;

  private final Network law;

  private VarianceCurves(List<Family> group) {
    this.group = group;
    law = LawColumns.law(group.get(0).deepest());
  }

  /**
   * The rows of all curves.
   *
   * @param isShown whether a chart of some depths has the one of a row
   */
  public static Stream<TableRow> of(Rows diagonal, Predicate<TableRow> isShown) {
    Map<List<String>, List<Family>> groups =
        Family.of(diagonal).stream()
            .filter(family -> family.deepest().value(LawColumns.WIDTH).isPresent())
            .collect(
                Collectors.groupingBy(
                    family -> family.without(LawColumns.SIGMA_W2),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .limit(MOST_GROUPS)
        .map(VarianceCurves::new)
        .flatMap(curves -> curves.rows(isShown));
  }

  private Stream<TableRow> rows(Predicate<TableRow> isShown) {
    return ExactMoments.applyTo(law)
        ? Stream.concat(ratios(isShown), exactReaches())
        : measuredReaches();
  }

  private double[] variances() {
    double[] grid =
        group.stream().mapToDouble(f -> f.deepest().number(LawColumns.SIGMA_W2)).sorted().toArray();
    double low = grid[0];
    double step = (grid[grid.length - 1] - low) / SMOOTH;
    return DoubleStream.concat(
            DoubleStream.of(grid), IntStream.range(1, SMOOTH).mapToDouble(i -> low + i * step))
        .sorted()
        .distinct()
        .toArray();
  }

  private Stream<TableRow> ratios(Predicate<TableRow> isShown) {
    return group.get(0).byDepth().stream()
        .filter(isShown)
        .map(row -> Curves.at(law, (int) Family.depth(row)))
        .flatMap(this::ratios);
  }

  private Stream<TableRow> ratios(Network deep) {
    var ratio = RatioBounds.ratioOverSigmaW2(deep);
    return DoubleStream.of(variances())
        .mapToObj(
            x ->
                row(
                    x,
                    deep.depth(),
                    "sigma_w2",
                    Map.of(
                        TheoryColumns.EXACT_RATIO.name(),
                        ratio.applyAsDouble(x),
                        "depth_shown",
                        true)));
  }

  private Stream<TableRow> exactReaches() {
    List<TableRow> rows = new ArrayList<>();
    for (double x : variances()) {
      for (double bound : BOUNDS) {
        OptionalInt depth = RatioBounds.maxDepth(law.withVariances(x, law.sigmaB2()), bound);
        depth.stream()
            .filter(d -> d > 1 && d < Integer.MAX_VALUE)
            .forEach(d -> rows.add(reach(x, bound, d, false)));
      }
    }
    return rows.stream();
  }

  private Stream<TableRow> measuredReaches() {
    return group.stream()
        .flatMap(
            family ->
                BOUNDS.stream()
                    .flatMap(
                        bound ->
                            family.byDepth().stream()
                                .takeWhile(row -> isWithin(row, bound))
                                .reduce((shallow, deep) -> deep)
                                .map(row -> measured(row, bound))
                                .stream()));
  }

  private static boolean isWithin(TableRow row, double bound) {
    return !Rows.isUnderpowered(row) && row.number(EstimateColumns.RATIO_HI) <= bound;
  }

  private TableRow measured(TableRow row, double bound) {
    return reach(row.number(LawColumns.SIGMA_W2), bound, (int) Family.depth(row), true);
  }

  private TableRow reach(double sigmaW2, double bound, int depth, boolean isMeasured) {
    return row(sigmaW2, 2, "reach", Map.of("bound", bound, "reach", depth, "measured", isMeasured));
  }

  private TableRow row(double sigmaW2, int depth, String along, Map<String, Object> known) {
    Network at = Curves.at(law, depth).withVariances(sigmaW2, law.sigmaB2());
    return Curves.row(at, along, new TableRow(known));
  }
}
