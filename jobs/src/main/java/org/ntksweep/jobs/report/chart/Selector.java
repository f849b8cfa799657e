package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ntksweep.jobs.report.rows.Json;

/**
 * A choice the reader of the page has; charts know it as the parameter {@code pick_} and its name.
 *
 * @param name the column of the estimates it chooses a value of
 * @param label what people call it
 * @param values what there is to choose from
 * @param chosen the position of the value a page opens with
 */
public record Selector(String name, String label, List<JsonNode> values, int chosen) {

  /** Copies the list. */
  public Selector {
    values = List.copyOf(values);
  }

  /** What stands before a value in a caption, empty if nothing has to. */
  String symbol() {
    return name.equals("activation") ? "" : label.substring(label.lastIndexOf(' ') + 1);
  }

  public String parameter() {
    return "pick_" + name;
  }

  /** The selector as scripts read it. */
  ObjectNode json() {
    ObjectNode json = Json.NODES.objectNode().put("name", name).put("symbol", symbol());
    json.putArray("values").addAll(values);
    return json;
  }

  /** The value chosen. */
  public JsonNode value() {
    return values.get(chosen);
  }

  /** Whether there is anything to choose. */
  public boolean isOpen() {
    return values.size() > 1;
  }

  /** What people read of a value; null stands for all values. */
  public static String text(JsonNode value) {
    if (value.isNull()) {
      return "all";
    }
    return value.isDouble() && value.doubleValue() == Math.rint(value.doubleValue())
        ? Long.toString(value.longValue())
        : value.asText();
  }

  /** The position of a value by what people read of it, or -1. */
  public int position(String text) {
    return values.stream().map(Selector::text).toList().indexOf(text);
  }

  Selector choosing(int position) {
    return new Selector(name, label, values, position);
  }
}
