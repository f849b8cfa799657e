package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Json;

/**
 * A line of a picture, for every sigma_w2.
 *
 * @param column what it draws
 * @param kind what tells it from the picture's other lines
 * @param isPredicted whether it may leave a picture whose axis suits what was measured
 */
record Line(String column, String kind, boolean isPredicted) {
  static Line of(Quantity quantity, String kind) {
    return of(quantity.label(), kind);
  }

  static Line of(String column, String kind) {
    return new Line(column, kind, false);
  }

  static Line predicted(Quantity quantity, String kind) {
    return new Line(quantity.label(), kind, true);
  }

  /** What fills its template; a line by factors leaves out what is not positive. */
  Map<String, JsonNode> blanks(boolean isLogarithmic) {
    String positive = isLogarithmic ? " && datum." + column + " > 0" : "";
    return Map.of(
        "column", Json.of(column),
        "kind", Json.of(kind),
        "lo", Json.of(column + "_lo"),
        "hi", Json.of(column + "_hi"),
        "has_band", Json.of("isValid(datum." + column + "_lo)" + positive),
        "is_drawn", Json.of("isValid(datum." + column + ")" + positive),
        "is_in_range", Json.of("inrange(datum." + column + ", value_range)"));
  }

  /** What it says where it is pointed at. */
  JsonNode tip() {
    return Json.NODES.objectNode().put("field", column).put("title", kind).put("format", ".4~g");
  }
}
