package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.report.chart.Chart.Panel;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.report.template.Template;

/** Draws panes: of each the lines that a sweep has. */
final class Panes {
  private static final JsonNode LINEAR = Json.NODES.objectNode().put("format", "~g");

  /** Bands of several lines lie upon each other. */
  private static final double FIRST_BAND = 0.15;

  private static final double OTHER_BAND = 0.07;

  private final Rows drawn;
  private final Map<String, JsonNode> common;

  /** Panes of some rows, with what fills the blanks of every chart. */
  Panes(Rows drawn, Map<String, JsonNode> common) {
    this.drawn = drawn;
    this.common = common;
  }

  /** The panels of those with anything to draw, along an axis. */
  List<Panel> along(JsonNode x, List<Pane> panes) {
    List<Pane> there = panes.stream().flatMap(pane -> pane.in(drawn).stream()).toList();
    return there.stream()
        .map(
            pane -> Panel.of(there.size() == 1 ? "" : pane.title()).drawing(specification(x, pane)))
        .toList();
  }

  private ObjectNode specification(JsonNode x, Pane pane) {
    Map<String, JsonNode> blanks = new HashMap<>(common);
    blanks.put("x", x);
    blanks.put("axis", Json.of(pane.axis()));
    blanks.put("scale", pane.scale());
    blanks.put("range", pane.range());
    blanks.put("value_axis", pane.isLogarithmic() ? common.get("log_axis") : LINEAR);
    ArrayNode tips = Json.NODES.arrayNode();
    pane.lines().forEach(line -> tips.add(line.tip()));
    blanks.put("tips", tips);
    blanks.put("pane_tooltip", Json.parse(Resources.text("chart/pane-tooltip.json")));
    blanks.put(
        "criterion",
        pane.hasCriterion()
            ? Json.parse(Resources.text("chart/criterion.json"))
            : Json.NODES.arrayNode());
    ArrayNode layers = Json.NODES.arrayNode();
    pane.lines().forEach(line -> layers.addAll(layers(pane, line, blanks)));
    blanks.put("lines", layers);
    return new Template(blanks, drawn::has).fill("training/pane");
  }

  private ArrayNode layers(Pane pane, Line line, Map<String, JsonNode> common) {
    Map<String, JsonNode> blanks = new HashMap<>(common);
    blanks.putAll(line.blanks(pane.isLogarithmic()));
    blanks.put("band_opacity", Json.of(line.equals(pane.lines().get(0)) ? FIRST_BAND : OTHER_BAND));
    ArrayNode layers =
        (ArrayNode) new Template(blanks, drawn::has).fill("training/line").get("layer");
    if (pane.lines().size() == 1) {
      layers.forEach(layer -> ((ObjectNode) layer.get("encoding")).remove("strokeDash"));
    }
    return layers;
  }
}
