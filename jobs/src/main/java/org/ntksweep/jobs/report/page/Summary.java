package org.ntksweep.jobs.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.rows.WidthProfile;
import org.ntksweep.jobs.report.verdict.Family;
import org.ntksweep.jobs.report.verdict.Reach;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/** The diagonal in a table: networks that differ in depth alone share a line. */
final class Summary {
  /** More lines than anybody reads. */
  static final int MAX_LINES = 500;

  private Summary() {}

  /** The lines in the order of the sweep, each as the page's template names its cells. */
  static List<Map<String, Object>> lines(Rows diagonal) {
    return Family.of(diagonal).stream().map(Summary::line).toList();
  }

  private static Map<String, Object> line(Family family) {
    TableRow deepest = family.deepest();
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("activation", deepest.text(LawColumns.ACTIVATION));
    cells.put("sigma_b2", Text.number(deepest, LawColumns.SIGMA_B2));
    cells.put("sigma_w2", Text.number(deepest, LawColumns.SIGMA_W2));
    cells.put("width", width(deepest));
    cells.put("input_dim", deepest.text(LawColumns.INPUT_DIM));
    cells.put("phase", deepest.text(TheoryColumns.PHASE).replace('_', ' '));
    cells.put("phase_class", deepest.text(TheoryColumns.PHASE));
    cells.put("reach", reach(Reach.of(family)));
    cells.put("depth", deepest.text(LawColumns.DEPTH));
    cells.put("ratio", Text.number(deepest, EstimateColumns.RATIO));
    cells.put("ratio_se", Text.error(deepest, EstimateColumns.RATIO_SE));
    cells.put("underpowered", Rows.isUnderpowered(deepest));
    cells.put("exact_ratio", Text.number(deepest, TheoryColumns.EXACT_RATIO));
    return cells;
  }

  private static String width(TableRow row) {
    String width = row.text(LawColumns.WIDTH);
    return width.isEmpty() ? WidthProfile.of(row).label() : width;
  }

  /** The depth down to which every network may be taken for its infinite-width kernel. */
  private static String reach(Reach reach) {
    return reach.isComplete() ? "all" : reach.depth() == 0 ? "none" : "to " + reach.depth();
  }
}
