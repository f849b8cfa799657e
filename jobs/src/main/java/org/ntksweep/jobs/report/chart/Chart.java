package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ntksweep.jobs.report.rows.Json;

/**
 * A chart of this sweep.
 *
 * @param name letters and hyphens; of its template, and of its files
 * @param heading what it shows
 * @param advice what to look at, in a sentence
 * @param filters the columns of which it draws one value, chosen by a selector or its panel; empty
 *     if it does not draw estimates
 * @param along which curves between the estimates it draws, empty for none
 * @param panels the panels it has side by side; one that adds nothing if it is a single picture
 */
public record Chart(
    String name,
    String heading,
    String advice,
    List<String> filters,
    String along,
    List<Panel> panels) {

  /** Copies the lists. */
  public Chart {
    filters = List.copyOf(filters);
    panels = List.copyOf(panels);
  }

  /**
   * One picture of several.
   *
   * @param title what tells it from the others
   * @param parameter the parameter it sets for itself, or empty
   * @param value the value it sets
   * @param specification Vega-Lite, with parameters for the choices and without the rows; empty
   *     until it is drawn
   */
  public record Panel(String title, String parameter, JsonNode value, ObjectNode specification) {
    /** The parameter of panels of one activation each. */
    public static final String ACTIVATION = "pick_activation";

    /** The panel of a chart that has no others. */
    public static final Panel WHOLE = of("");

    /** One that is still to be drawn. */
    public Panel(String title, String parameter, JsonNode value) {
      this(title, parameter, value, Json.NODES.objectNode());
    }

    /** One that sets nothing for itself. */
    public static Panel of(String title) {
      return new Panel(title, "", Json.NODES.nullNode());
    }

    /** The same, drawn so. */
    public Panel drawing(ObjectNode some) {
      return new Panel(title, parameter, value, some);
    }

    private ObjectNode json() {
      ObjectNode panel = Json.NODES.objectNode().put("title", title).put("parameter", parameter);
      panel.set("value", value);
      panel.set("spec", specification);
      return panel;
    }
  }

  /** Whether it shows other rows when another activation is chosen. */
  public boolean followsActivation() {
    return !filters.isEmpty()
        && panels.stream().noneMatch(panel -> panel.parameter().equals(Panel.ACTIVATION));
  }

  /** The chart as the page's script reads it. */
  ObjectNode json() {
    ObjectNode chart = Json.NODES.objectNode();
    chart.put("name", name);
    chart.set("filters", Json.of(filters));
    chart.put("along", along);
    chart.putArray("panels").addAll(panels.stream().map(Panel::json).toList());
    return chart;
  }
}
