package org.ntksweep.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.MathContext;

/** Trees of JSON. */
final class Json {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final MathContext DRAWN = new MathContext(6);

  private Json() {}

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** The text of a tree, which can stand in a script element: it cannot end one. */
  static String text(JsonNode tree) {
    return tree.toString().replace("<", "\\u003c");
  }

  /** A number to as many digits as a picture shows; what is not finite is null. */
  static JsonNode drawn(double x) {
    return Double.isFinite(x)
        ? NODES.numberNode(BigDecimal.valueOf(x).round(DRAWN).doubleValue())
        : NODES.nullNode();
  }
}
