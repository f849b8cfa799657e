package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.template.Resources;

/** Colours of numbers in classes: blue up to a tenth, where theory is said to hold, red beyond. */
final class ClassColour {
  private static final List<Double> BOUNDS = List.of(0.01, 0.03, 0.1, 0.3, 1.0, 10.0);

  private ClassColour() {}

  /** What a colour is read from: an expression becomes the name of its class. */
  static ObjectNode transform(String expression) {
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < BOUNDS.size(); i++) {
      classes
          .append(expression)
          .append(" <= ")
          .append(BOUNDS.get(i))
          .append(" ? '")
          .append(names().get(i))
          .append("' : ");
    }
    return Json.NODES.objectNode().put("calculate", classes + "'beyond'").put("as", "colour_class");
  }

  static JsonNode channel(String title) {
    ObjectNode channel = (ObjectNode) Json.parse(Resources.text("chart/class-colour.json"));
    channel.put("title", title);
    ((ObjectNode) channel.get("scale")).set("domain", Json.of(names()));
    return channel;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    BOUNDS.forEach(bound -> names.add("to " + Selector.text(Json.drawn(bound.doubleValue()))));
    names.add("beyond");
    return names;
  }
}
