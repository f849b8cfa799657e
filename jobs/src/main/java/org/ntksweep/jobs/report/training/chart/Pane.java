package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;

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

  JsonNode scale() {
    return isLogarithmic
        ? Json.NODES.objectNode().put("type", "log").put("nice", false)
        : Json.NODES.objectNode().put("zero", false);
  }
}
