package org.ntksweep.jobs.report.verdict;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.WidthProfile;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;

/**
 * Networks that differ in depth alone.
 *
 * @param byDepth their rows of the diagonal, the shallowest first; not empty
 */
public record Family(List<TableRow> byDepth) {
  private static final List<Column<?>> IN_COMMON =
      List.of(
          LawColumns.ACTIVATION,
          LawColumns.SIGMA_W2,
          LawColumns.SIGMA_B2,
          LawColumns.WIDTH,
          LawColumns.INPUT_DIM,
          LawColumns.INPUT_NORM2,
          LawColumns.PARAMETRIZATION,
          LawColumns.INITIALIZATION,
          LawColumns.TRAINABLE);

  /** Copies the list. */
  public Family {
    byDepth = List.copyOf(byDepth);
  }

  /** The families of a sweep, in the order of the sweep. */
  public static List<Family> of(Rows diagonal) {
    Map<List<String>, List<TableRow>> families =
        diagonal.all().stream()
            .collect(
                Collectors.groupingBy(Family::inCommon, LinkedHashMap::new, Collectors.toList()));
    // A network of no hidden layer has no width, and nothing to say beside deeper ones.
    boolean hasDeeper = diagonal.all().stream().anyMatch(row -> depth(row) > 1);
    return families.values().stream()
        .filter(rows -> !hasDeeper || rows.stream().anyMatch(row -> depth(row) > 1))
        .map(
            rows ->
                new Family(
                    rows.stream().sorted(Comparator.comparingDouble(Family::depth)).toList()))
        .toList();
  }

  private static List<String> inCommon(TableRow row) {
    List<String> values = IN_COMMON.stream().map(row::text).collect(Collectors.toList());
    values.add(WidthProfile.of(row).label());
    return values;
  }

  /** The deepest of them, which stands for what they have in common. */
  public TableRow deepest() {
    return byDepth.get(byDepth.size() - 1);
  }

  /** A depth in units of the width, or empty if hidden widths differ. */
  public OptionalDouble perWidth(double depth) {
    double width = deepest().number(LawColumns.WIDTH);
    return Double.isNaN(width) ? OptionalDouble.empty() : OptionalDouble.of(depth / width);
  }

  /** What its networks have in common, but for a column. */
  public List<String> without(Column<?> column) {
    return IN_COMMON.stream().filter(c -> !c.equals(column)).map(deepest()::text).toList();
  }

  /** The depth of a row. */
  public static double depth(TableRow row) {
    return row.number(LawColumns.DEPTH);
  }
}
