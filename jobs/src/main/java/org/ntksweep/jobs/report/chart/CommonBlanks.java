package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.template.Resources;

/** What fills the blanks that chart templates of every kind have. */
public final class CommonBlanks {
  /** Parameters that the script sets for every panel, with what they are before. */
  private static final Map<String, JsonNode> FOR_THE_SCRIPT =
      Map.of(
          "legend_columns", Json.of(12),
          "pick_statistic", Json.of(""),
          "palette", Json.of(List.of()),
          "drawn_curves", Json.of(List.of()),
          "drawn_lines", Json.of(List.of(" ")),
          "value_range", Json.of(List.of(0.1, 1.0)),
          "caption", Json.of(""),
          "marks", Json.of(""));

  private CommonBlanks() {}

  /**
   * The values of these blanks, to which others may be added.
   *
   * @param sigmaW2 of which there are curves, ascending
   */
  public static Map<String, JsonNode> of(Selection selection, List<Double> sigmaW2) {
    Map<String, JsonNode> values = new HashMap<>();
    values.put("parameters", parameters(selection));
    values.put("sigma_w2_colour", curveColours(sigmaW2));
    for (String name :
        List.of(
            "line-kinds",
            "edge",
            "title",
            "published-kinds",
            "line-legend",
            "log-axis",
            "ratio-class",
            "ratio-colour",
            "ratio-tooltip",
            "mean-tooltip",
            "measured",
            "theory")) {
      values.put(name.replace('-', '_'), Json.parse(Resources.text("chart/" + name + ".json")));
    }
    return values;
  }

  private static ArrayNode parameters(Selection selection) {
    ArrayNode parameters = Json.NODES.arrayNode();
    selection
        .values()
        .properties()
        .forEach(choice -> parameters.add(parameter(choice.getKey(), choice.getValue())));
    FOR_THE_SCRIPT.forEach((name, value) -> parameters.add(parameter(name, value)));
    return parameters;
  }

  private static ObjectNode parameter(String name, JsonNode value) {
    return Json.NODES.objectNode().put("name", name).set("value", value);
  }

  /** Which curves are ordered or chaotic depends on the choices: the script colours them. */
  private static ObjectNode curveColours(List<Double> curves) {
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
    return channel;
  }
}
