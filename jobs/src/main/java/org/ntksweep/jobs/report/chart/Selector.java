package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.Column;

/**
 * A choice the reader of the page has; charts know it as the parameter {@code pick_} and its name.
 *
 * @param name the column of the estimates it chooses a value of
 * @param label what people call it
 * @param values what there is to choose from
 * @param chosen the position of the value a page opens with
 */
public record Selector(String name, String label, List<JsonNode> values, int chosen) {

  /** What a page opens with. */
  public enum Opening {
    FIRST,
    LAST,
    /** All values at once, if there are several; then they are a choice of their own. */
    ALL
  }

  /** Copies the list. */
  public Selector {
    values = List.copyOf(values);
  }

  /** A choice among the texts of a column, the first of them at first. */
  public static Selector ofTexts(Rows rows, Column<String> column, String label) {
    List<JsonNode> values =
        rows.texts(column).stream().<JsonNode>map(Json.NODES::textNode).toList();
    return new Selector(column.name(), label, values, 0);
  }

  /** A choice among the numbers of a column. */
  public static Selector ofNumbers(
      Rows rows, Column<? extends Number> column, String label, Opening opening) {
    List<JsonNode> values = new ArrayList<>();
    rows.numbers(column).forEach(x -> values.add(Json.drawn(x.doubleValue())));
    // A sweep whose hidden widths differ has no width to choose, and rows without one.
    if (values.isEmpty() || (opening == Opening.ALL && values.size() > 1)) {
      values.add(0, Json.NODES.nullNode());
    }
    int chosen = opening == Opening.LAST ? values.size() - 1 : 0;
    return new Selector(column.name(), label, values, chosen);
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
    return value.isDouble() ? text(value.doubleValue()) : value.asText();
  }

  /** As scripts write numbers. */
  private static String text(double x) {
    if (x == Math.rint(x)) {
      return Long.toString((long) x);
    }
    return Math.abs(x) >= 1e-6
        ? BigDecimal.valueOf(x).stripTrailingZeros().toPlainString()
        : Double.toString(x).replace(".0E", "e").replace('E', 'e');
  }

  /** The position of a value by what people read of it, or -1. */
  public int position(String text) {
    return values.stream().map(Selector::text).toList().indexOf(text);
  }

  Selector choosing(int position) {
    return new Selector(name, label, values, position);
  }
}
