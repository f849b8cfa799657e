package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.training.Described;

/**
 * A picture of some lines on one axis.
 *
 * @param title what tells it from the others of its chart, or empty
 * @param axis what the axis is of
 * @param isLogarithmic whether numbers are positive and drawn by factors
 * @param lines what it draws, the first solid
 */
record Pane(String title, String axis, boolean isLogarithmic, List<Line> lines) {
  /** Copies the list. */
  Pane {
    lines = List.copyOf(lines);
  }

  /** One drawn by factors. */
  static Pane byFactors(String title, String axis, Line... lines) {
    return new Pane(title, axis, true, List.of(lines));
  }

  static Pane linear(String title, String axis, Line... lines) {
    return new Pane(title, axis, false, List.of(lines));
  }

  /** The same with the lines of which there is something to draw; empty if the first is not. */
  Optional<Pane> in(Rows drawn) {
    List<Line> there = lines.stream().filter(line -> drawn.has(line.column())).toList();
    return Optional.of(new Pane(title, axis, isLogarithmic, there))
        .filter(pane -> drawn.has(lines.get(0).column()));
  }

  /** Whether the kernel's change is drawn, of which theory allows a tenth. */
  boolean hasCriterion() {
    return lines.get(0).column().equals(Quantity.CHANGE.label());
  }

  /** From where to where it goes is said by the script, which knows what is chosen. */
  JsonNode scale() {
    ObjectNode scale = Json.NODES.objectNode().put("nice", false);
    scale.set("domain", Json.NODES.objectNode().put("expr", "value_range"));
    return isLogarithmic ? scale.put("type", "log") : scale.put("zero", false);
  }

  /** What the script needs for that. */
  JsonNode range() {
    ObjectNode range = Json.NODES.objectNode().put("logarithmic", isLogarithmic);
    range.set("measured", columns(false));
    range.set("predicted", columns(true));
    ArrayNode always = range.putArray("always");
    if (hasCriterion()) {
      always.add(Described.SMALL);
    }
    return range;
  }

  private JsonNode columns(boolean predicted) {
    return Json.of(
        lines.stream().filter(line -> line.isPredicted() == predicted).map(Line::column).toList());
  }
}
