package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.report.chart.data.ChartColumns;
import org.ntksweep.jobs.report.chart.data.ChartRows;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;

/** What fills the blanks of the chart templates for one sweep. */
final class Blanks {
  private final ChartRows rows;
  private final Map<String, JsonNode> values;

  private Blanks(ChartRows rows, Map<String, JsonNode> common) {
    this.rows = rows;
    values = common;
  }

  static Map<String, JsonNode> of(ChartRows rows, ZScores zScores, Selection selection) {
    Blanks blanks = new Blanks(rows, CommonBlanks.of(selection, rows.numbers(LawColumns.SIGMA_W2)));
    blanks.scales();
    blanks.sizes();
    blanks.widthLegend();
    blanks.put("input_label", rows.inputLabel());
    blanks.values.put("bins", zScores.bins());
    blanks.values.put("normal", zScores.normal());
    return blanks.values;
  }

  private void scales() {
    for (Column<? extends Number> column :
        List.of(
            LawColumns.SIGMA_W2,
            LawColumns.SIGMA_B2,
            LawColumns.DEPTH,
            LawColumns.DEPTH_TO_WIDTH,
            ChartColumns.INPUT)) {
      values.put(column.name() + "_scale", rows.axis(column).scale());
      values.put("plane_" + column.name() + "_axis", rows.axis(column).ticks().put("grid", false));
    }
    values.put("depth_axis", rows.axis(LawColumns.DEPTH).wholeTicks());
    values.put("plane_depth_axis", rows.axis(LawColumns.DEPTH).wholeTicks().put("grid", false));
    values.put("any_depth_scale", rows.wholeAxis(LawColumns.DEPTH).scale());
    values.put("any_depth_axis", rows.wholeAxis(LawColumns.DEPTH).wholeTicks());
  }

  /** Marks are small where there are many. */
  private void sizes() {
    int along = rows.numbers(LawColumns.DEPTH).size();
    put("point_size", along > 24 ? 18 : 45);
    put("hollow_size", along > 24 ? 28 : 45);
    put("bar_opacity", along > 24 ? 0.4 : 0.8);
  }

  private void widthLegend() {
    boolean severalWidths = rows.numbers(LawColumns.WIDTH).size() > 1;
    values.put(
        "width_legend",
        severalWidths
            ? Json.parse(Resources.text("chart/width-legend.json"))
            : Json.NODES.nullNode());
  }

  private void put(String name, Object value) {
    values.put(name, Json.of(value));
  }
}
