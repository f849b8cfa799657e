package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
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
  /** Parameters that the script sets for every panel, with what they are before. */
  private static final Map<String, JsonNode> FOR_THE_SCRIPT =
      Map.of(
          "legend_columns", Json.of(12),
          "pick_statistic", Json.of(""),
          "palette", Json.of(List.of()),
          "drawn_curves", Json.of(List.of()),
          "drawn_lines", Json.of(List.of(" ")),
          "caption", Json.of(""),
          "marks", Json.of(""));

  private final ChartRows rows;
  private final Selection selection;
  private final Map<String, JsonNode> values = new HashMap<>();

  private Blanks(ChartRows rows, Selection selection) {
    this.rows = rows;
    this.selection = selection;
  }

  static Map<String, JsonNode> of(ChartRows rows, ZScores zScores, Selection selection) {
    Blanks blanks = new Blanks(rows, selection);
    blanks.scales();
    blanks.sizes();
    blanks.parameters();
    blanks.curveColours();
    blanks.widthLegend();
    blanks.shared();
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

  private void parameters() {
    ArrayNode parameters = Json.NODES.arrayNode();
    selection
        .values()
        .properties()
        .forEach(choice -> parameters.add(parameter(choice.getKey(), choice.getValue())));
    FOR_THE_SCRIPT.forEach((name, value) -> parameters.add(parameter(name, value)));
    values.put("parameters", parameters);
  }

  /** Which curves are ordered or chaotic depends on the choices: the script colours them. */
  private void curveColours() {
    List<Double> curves = rows.numbers(LawColumns.SIGMA_W2);
    ArrayNode domain = Json.NODES.arrayNode();
    ArrayNode range = Json.NODES.arrayNode();
    for (int i = 0; i < curves.size(); i++) {
      domain.add(Json.drawn(curves.get(i)));
      range.addObject().put("expr", "palette[" + i + "]");
    }
    ObjectNode scale = Json.NODES.objectNode();
    scale.set("domain", domain);
    scale.set("range", range);
    ObjectNode channel = Json.NODES.objectNode();
    channel.put("field", "sigma_w2").put("type", "ordinal").put("title", "σ_w²");
    channel.set("scale", scale);
    channel.set("legend", Json.parse(Resources.text("chart/curve-legend.json")));
    values.put("sigma_w2_colour", channel);
  }

  private void widthLegend() {
    boolean severalWidths = rows.numbers(LawColumns.WIDTH).size() > 1;
    values.put(
        "width_legend",
        severalWidths
            ? Json.parse(Resources.text("chart/width-legend.json"))
            : Json.NODES.nullNode());
  }

  private void shared() {
    for (String name :
        List.of(
            "line-kinds",
            "edge",
            "title",
            "published-kinds",
            "line-legend",
            "ratio-class",
            "ratio-colour",
            "ratio-tooltip",
            "mean-tooltip",
            "measured",
            "theory")) {
      values.put(name.replace('-', '_'), Json.parse(Resources.text("chart/" + name + ".json")));
    }
  }

  private static ObjectNode parameter(String name, JsonNode value) {
    return Json.NODES.objectNode().put("name", name).set("value", value);
  }

  private void put(String name, Object value) {
    values.put(name, Json.of(value));
  }
}
