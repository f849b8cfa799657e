package org.ntksweep.jobs.report.chart.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.WidthProfile;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;

/**
 * Estimates at neighbouring depths that a chart draws as one: a curve of hundreds of points with
 * their intervals is a cloud.
 *
 * @param all the estimates by depth; most often one
 */
public record Bin(List<TableRow> all) {
  /** As many points of a curve are told apart. */
  static final int MOST = 32;

  private static final List<Column<?>> IN_COMMON =
      List.of(
          LawColumns.ACTIVATION,
          LawColumns.SIGMA_W2,
          LawColumns.SIGMA_B2,
          LawColumns.WIDTH,
          LawColumns.INPUT_DIM,
          LawColumns.INPUT_NORM2,
          LawColumns.OUTPUTS,
          EstimateColumns.COSINE);

  /** The bins of some estimates, in the order of the first of each curve. */
  public static List<Bin> of(Rows estimates) {
    Map<List<String>, List<TableRow>> curves =
        estimates.all().stream()
            .collect(Collectors.groupingBy(Bin::curve, LinkedHashMap::new, Collectors.toList()));
    return curves.values().stream().flatMap(curve -> cut(curve).stream()).toList();
  }

  private static List<String> curve(TableRow row) {
    List<String> values = IN_COMMON.stream().map(row::text).collect(Collectors.toList());
    values.add(WidthProfile.of(row).label());
    return values;
  }

  private static List<Bin> cut(List<TableRow> curve) {
    List<TableRow> byDepth =
        curve.stream()
            .sorted(Comparator.comparingDouble(row -> row.number(LawColumns.DEPTH)))
            .toList();
    int bins = Math.min(byDepth.size(), MOST);
    List<Bin> cut = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      cut.add(new Bin(byDepth.subList(i * byDepth.size() / bins, (i + 1) * byDepth.size() / bins)));
    }
    return cut;
  }

  /** The estimate that stands for the others in all that is not measured. */
  public TableRow middle() {
    return all.get(all.size() / 2);
  }

  /** The median of a number over the estimates that have it; NaN if none has. */
  public double median(ToDoubleFunction<TableRow> number) {
    double[] sorted =
        all.stream().mapToDouble(number).filter(x -> !Double.isNaN(x)).sorted().toArray();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Whether most of the estimates are underpowered. */
  public boolean isUnderpowered() {
    return 2 * all.stream().filter(Rows::isUnderpowered).count() >= all.size();
  }
}
