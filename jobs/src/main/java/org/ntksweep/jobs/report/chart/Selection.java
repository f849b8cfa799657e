package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ntksweep.jobs.report.chart.data.ChartColumns;
import org.ntksweep.jobs.report.chart.data.ChartRows;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;

/**
 * All choices together.
 *
 * @param selectors one for every choice, those without alternatives too
 */
public record Selection(List<Selector> selectors) {

  /** Copies the list. */
  public Selection {
    selectors = List.copyOf(selectors);
  }

  /** What there is to choose from: the largest width, the diagonal and every curve at first. */
  static Selection of(ChartRows rows) {
    return new Selection(
        List.of(
            texts(rows, LawColumns.ACTIVATION, "activation"),
            numbers(rows, LawColumns.SIGMA_B2, "σ_b²", false),
            numbers(rows, LawColumns.WIDTH, "width M", true),
            numbers(rows, ChartColumns.INPUT, rows.inputLabel(), false),
            numbers(rows, ChartColumns.INPUT_NORM, rows.normSymbol(), false),
            numbers(rows, LawColumns.OUTPUTS, "outputs n_L", false),
            numbers(rows, EstimateColumns.COSINE, "cosine", true),
            anySigmaW2(rows)));
  }

  /** The same with another value of a selector chosen. */
  public Selection choosing(String name, int position) {
    return new Selection(
        selectors.stream().map(s -> s.name().equals(name) ? s.choosing(position) : s).toList());
  }

  public Selector selector(String name) {
    return selectors.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** The values chosen, by parameter. */
  public ObjectNode values() {
    ObjectNode values = Json.NODES.objectNode();
    selectors.forEach(s -> values.set(s.parameter(), s.value()));
    return values;
  }

  private static Selector texts(ChartRows rows, Column<String> column, String label) {
    List<JsonNode> values =
        rows.texts(column).stream().<JsonNode>map(Json.NODES::textNode).toList();
    return new Selector(column.name(), label, values, 0);
  }

  private static Selector numbers(
      ChartRows rows, Column<? extends Number> column, String label, boolean last) {
    List<JsonNode> values = nodes(rows.numbers(column));
    // A sweep whose hidden widths differ has no width to choose, and rows without one.
    return values.isEmpty()
        ? new Selector(column.name(), label, List.of(Json.NODES.nullNode()), 0)
        : new Selector(column.name(), label, values, last ? values.size() - 1 : 0);
  }

  private static Selector anySigmaW2(ChartRows rows) {
    List<JsonNode> values = new ArrayList<>(nodes(rows.numbers(LawColumns.SIGMA_W2)));
    if (values.size() > 1) {
      values.add(0, Json.NODES.nullNode());
    }
    return new Selector("sigma_w2", "σ_w²", values, 0);
  }

  private static List<JsonNode> nodes(List<Double> values) {
    return values.stream().<JsonNode>map(Json::drawn).toList();
  }
}
