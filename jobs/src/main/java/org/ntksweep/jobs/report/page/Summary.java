package org.ntksweep.jobs.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.rows.WidthProfile;
import org.ntksweep.jobs.report.verdict.Verdict;
import org.ntksweep.jobs.tables.TableRow;

/** The diagonal in a table: networks that differ in depth alone share a line. */
final class Summary {
  /** More lines than anybody reads. */
  static final int MAX_LINES = 500;

  private static final List<String> FAMILY =
      List.of("activation", "sigma_b2", "sigma_w2", "width", "input_dim");

  private Summary() {}

  /** The lines in the order of the sweep, each as the page's template names its cells. */
  static List<Map<String, Object>> lines(Rows diagonal) {
    Map<List<String>, List<TableRow>> families = new LinkedHashMap<>();
    for (TableRow row : diagonal.all()) {
      families.computeIfAbsent(family(row), same -> new ArrayList<>()).add(row);
    }
    return families.values().stream().map(Summary::line).toList();
  }

  private static List<String> family(TableRow row) {
    List<String> family = new ArrayList<>(FAMILY.stream().map(row::text).toList());
    family.add(WidthProfile.of(row).label());
    return family;
  }

  private static Map<String, Object> line(List<TableRow> family) {
    List<TableRow> byDepth =
        family.stream().sorted(Comparator.comparingDouble(Summary::depth)).toList();
    TableRow deepest = byDepth.get(byDepth.size() - 1);
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("activation", deepest.text("activation"));
    cells.put("sigma_b2", Text.number(deepest, "sigma_b2"));
    cells.put("sigma_w2", Text.number(deepest, "sigma_w2"));
    cells.put("width", width(deepest));
    cells.put("input_dim", deepest.text("input_dim"));
    cells.put("phase", deepest.text("phase").replace('_', ' '));
    cells.put("phase_class", deepest.text("phase"));
    cells.put("reach", reach(byDepth));
    cells.put("depth", deepest.text("depth"));
    cells.put("ratio", Text.number(deepest, "ratio"));
    cells.put("ratio_se", Text.error(deepest, "ratio_se"));
    cells.put("underpowered", deepest.holds("underpowered"));
    cells.put("exact_ratio", Text.number(deepest, "exact_ratio"));
    return cells;
  }

  private static String width(TableRow row) {
    String width = row.text("width");
    return width.isEmpty() ? WidthProfile.of(row).label() : width;
  }

  /** The depth down to which every measured network is below 1.1. */
  private static String reach(List<TableRow> byDepth) {
    String reach = "none";
    for (TableRow row : byDepth) {
      OptionalDouble ratio = Verdict.ratio(row);
      if (ratio.isEmpty() || ratio.getAsDouble() >= Verdict.DETERMINISTIC) {
        return reach;
      }
      reach = row.text("depth");
    }
    return "all, to " + reach;
  }

  private static double depth(TableRow row) {
    return Rows.number(row, "depth");
  }
}
