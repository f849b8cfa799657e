package org.ntksweep.jobs.report.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ntksweep.jobs.report.rows.Json;

/**
 * A chart in Vega-Lite with blanks: a text {@code "$name"} stands for a value of that name, and an
 * object with {@code "needs": "column"} is left out of its array where the column has no values.
 */
public final class Template {
  private static final String NEEDS = "needs";

  private final Map<String, JsonNode> values;
  private final Predicate<String> hasColumn;

  /** Fills blanks with values, for a sweep that has some columns. */
  public Template(Map<String, JsonNode> values, Predicate<String> hasColumn) {
    this.values = Map.copyOf(values);
    this.hasColumn = hasColumn;
  }

  /**
   * The chart of a template.
   *
   * @throws IllegalArgumentException if it has a blank for which there is no value
   */
  public ObjectNode fill(String name) {
    return (ObjectNode) filled(Json.parse(Resources.text("chart/charts/" + name + ".json")));
  }

  private JsonNode filled(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode filled = Json.NODES.objectNode();
      object.properties().forEach(entry -> filled.set(entry.getKey(), filled(entry.getValue())));
      filled.remove(NEEDS);
      return filled;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode filled = Json.NODES.arrayNode();
      array.forEach(element -> kept(element).ifPresent(e -> add(filled, filled(e), e.isTextual())));
      return filled;
    }
    return node.isTextual() && node.asText().startsWith("$")
        ? value(node.asText().substring(1))
        : node;
  }

  /** A blank that stands for several elements becomes these. */
  private static void add(ArrayNode array, JsonNode element, boolean isBlank) {
    if (isBlank && element instanceof ArrayNode several) {
      array.addAll(several);
    } else {
      array.add(element);
    }
  }

  private Optional<JsonNode> kept(JsonNode element) {
    String column = element.path(NEEDS).asText();
    return column.isEmpty() || hasColumn.test(column) ? Optional.of(element) : Optional.empty();
  }

  private JsonNode value(String name) {
    JsonNode value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("$" + name + ": no such value");
    }
    return filled(value);
  }
}
