package org.ntksweep.jobs.report.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Trees of JSON. */
public final class Json {
  public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final MathContext DRAWN = new MathContext(6);

  private Json() {}

  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  public static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** The text of a tree, which can stand in a script element: it cannot end one. */
  public static String text(JsonNode tree) {
    return tree.toString().replace("<", "\\u003c");
  }

  /** A number to as many digits as a picture shows; what is not finite is null. */
  public static JsonNode drawn(double x) {
    return Double.isFinite(x)
        ? NODES.numberNode(BigDecimal.valueOf(x).round(DRAWN).doubleValue())
        : NODES.nullNode();
  }

  /** Numbers to as many digits as a picture shows. */
  public static JsonNode drawn(List<Double> numbers) {
    return NODES.arrayNode().addAll(numbers.stream().map(x -> drawn(x.doubleValue())).toList());
  }
}
