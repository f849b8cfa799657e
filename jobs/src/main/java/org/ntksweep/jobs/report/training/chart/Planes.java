package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.chart.Chart.Panel;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.report.template.Template;

/** Planes over sigma_w2 and depth: a colour for every network. */
final class Planes {
  /** How far predicted losses are off, in units of the measured ones. */
  static final String PREDICTION_ERROR = "prediction_error";

  static final String INFINITE_ERROR = "infinite_error";

  private final Rows drawn;
  private final Map<String, JsonNode> common;

  /** Planes of some rows, with what fills the blanks of every chart. */
  Planes(Rows drawn, Map<String, JsonNode> common) {
    this.drawn = drawn;
    this.common = common;
  }

  List<Panel> changes() {
    String label = Quantity.CHANGE.label();
    return panel(Panel.WHOLE, label, inClasses(label, "|Θₜ − Θ₀| / |Θ₀|")).toList();
  }

  List<Panel> predictions() {
    String title = "relative error of the loss";
    return Stream.concat(
            panel(
                Panel.of("by its own kernel"),
                PREDICTION_ERROR,
                inClasses(PREDICTION_ERROR, title)),
            panel(Panel.of("by infinite width"), INFINITE_ERROR, inClasses(INFINITE_ERROR, title)))
        .toList();
  }

  List<Panel> lowestLosses() {
    Map<String, JsonNode> colour =
        Map.of(
            "colour",
            Json.parse(Resources.text("chart/loss-colour.json")),
            // The legend of a stroke would hide the gradient.
            "stroke",
            Json.NODES.objectNode().set("value", Json.NODES.nullNode()),
            "classes",
            Json.NODES.arrayNode());
    return panel(Panel.WHOLE, Quantity.LOWEST_LOSS.label(), colour).toList();
  }

  private static Map<String, JsonNode> inClasses(String field, String title) {
    JsonNode channel = ClassColour.channel(title);
    return Map.of(
        "classes", ClassColour.transform("datum." + field), "colour", channel, "stroke", channel);
  }

  private Stream<Panel> panel(Panel panel, String field, Map<String, JsonNode> colour) {
    if (!drawn.has(field)) {
      return Stream.empty();
    }
    Map<String, JsonNode> blanks = new HashMap<>(common);
    blanks.putAll(colour);
    blanks.put("description", Json.of("Heat map over sigma_w2 and depth: " + field));
    blanks.put("is_drawn", Json.of("isValid(datum." + field + ")"));
    return Stream.of(panel.drawing(new Template(blanks, drawn::has).fill("training/plane")));
  }
}
