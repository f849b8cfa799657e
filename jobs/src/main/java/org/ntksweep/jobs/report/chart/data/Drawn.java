package org.ntksweep.jobs.report.chart.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.TableRow;

/**
 * What the charts of a page draw.
 *
 * @param estimates what was measured
 * @param curves points of theory between the estimates
 */
public record Drawn(Rows estimates, List<TableRow> curves) {

  /** Copies the list. */
  public Drawn {
    curves = List.copyOf(curves);
  }

  /** How many rows the columns have. */
  public int length() {
    return estimates.all().size() + curves.size();
  }

  /** The rows column by column, which takes less room; columns without a value are left out. */
  public ObjectNode json() {
    ObjectNode columns = Json.NODES.objectNode();
    Rows all = new Rows(Stream.concat(estimates.all().stream(), curves.stream()).toList());
    Set<String> names =
        all.all().stream()
            .flatMap(row -> row.values().keySet().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    names.stream().filter(all::has).forEach(name -> columns.set(name, column(all, name)));
    return columns;
  }

  /** Values that repeat are listed once, and the rows count them off. */
  private static JsonNode column(Rows all, String name) {
    Map<JsonNode, Integer> codes = new LinkedHashMap<>();
    ArrayNode plain = Json.NODES.arrayNode();
    ArrayNode coded = Json.NODES.arrayNode();
    for (TableRow row : all.all()) {
      JsonNode value = row.value(name).map(Drawn::cell).orElse(Json.NODES.nullNode());
      plain.add(value);
      coded.add(codes.computeIfAbsent(value, same -> codes.size()));
    }
    if (2 * codes.size() > plain.size()) {
      return plain;
    }
    ObjectNode column = Json.NODES.objectNode();
    column.putArray("values").addAll(codes.keySet());
    column.set("codes", coded);
    return column;
  }

  private static JsonNode cell(Object value) {
    return value instanceof Double number ? Json.drawn(number) : Json.of(value);
  }
}
