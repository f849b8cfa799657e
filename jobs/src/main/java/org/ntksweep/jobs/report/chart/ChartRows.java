package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.rows.InputDimension;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/** The rows of the estimates as charts need them: some columns of the table, and derived ones. */
public final class ChartRows {
  private static final List<String> OF_THE_TABLE =
      List.of(
          "activation",
          "sigma_w2",
          "sigma_b2",
          "depth",
          "width",
          "depth_to_width",
          "input_dim",
          "cosine",
          "ratio",
          "ratio_lo",
          "ratio_hi",
          "underpowered",
          "off_diagonal",
          "off_diagonal_se",
          "exact_ratio",
          "limit_ratio",
          "published_limit_ratio",
          "published_ratio",
          "phase");

  private final Rows rows;
  private final List<TableRow> curves;
  private final InputDimension inputs;
  private final Map<Biases, Map<Double, String>> phases;
  private final Map<String, List<Double>> numbers = new HashMap<>();

  /** What decides the phase of a value of sigma_w2. */
  private record Biases(String activation, double sigmaB2) {}

  private ChartRows(Rows rows, List<TableRow> curves, InputDimension inputs) {
    this.rows = rows;
    this.curves = List.copyOf(curves);
    this.inputs = inputs;
    phases = phases(rows);
  }

  static ChartRows of(Rows estimates) {
    InputDimension inputs = InputDimension.of(estimates);
    Derived derived = new Derived(estimates, inputs);
    return new ChartRows(
        new Rows(estimates.all().stream().map(row -> extended(row, derived)).toList()),
        Curves.of(estimates.diagonal()).stream().map(row -> onCurve(row, inputs)).toList(),
        inputs);
  }

  private static TableRow extended(TableRow row, Derived derived) {
    Map<String, Object> values = new LinkedHashMap<>();
    OF_THE_TABLE.forEach(name -> row.value(name).ifPresent(value -> values.put(name, value)));
    derived.addTo(values, row);
    return new TableRow(values);
  }

  private static TableRow onCurve(TableRow row, InputDimension inputs) {
    Map<String, Object> values = new LinkedHashMap<>(row.values());
    inputs.value(row).ifPresent(value -> values.put("input", value));
    return new TableRow(values);
  }

  /** The axis of a column over the rows that charts of a width draw. */
  GridAxis axis(Column<? extends Number> column) {
    return GridAxis.of(Derived.ofConstantWidth(rows).numbers(column));
  }

  /** The axis of a column over all rows. */
  GridAxis wholeAxis(Column<? extends Number> column) {
    return GridAxis.of(numbers(column));
  }

  /** What the numbers of the column {@code input} are. */
  String inputLabel() {
    return inputs.label();
  }

  public Rows rows() {
    return rows;
  }

  boolean has(String column) {
    return rows.has(column);
  }

  boolean has(Column<?> column) {
    return rows.has(column);
  }

  List<Double> numbers(Column<? extends Number> column) {
    return numbers.computeIfAbsent(column.name(), same -> rows.numbers(column));
  }

  List<String> texts(Column<String> column) {
    return rows.texts(column);
  }

  /** The phases of the values of sigma_w2, ascending, with an activation and a bias variance. */
  List<String> phases(String activation, double sigmaB2) {
    Map<Double, String> bySigmaW2 = phases.get(new Biases(activation, sigmaB2));
    return bySigmaW2 == null ? List.of() : List.copyOf(bySigmaW2.values());
  }

  private static Map<Biases, Map<Double, String>> phases(Rows rows) {
    Map<Biases, Map<Double, String>> phases = new HashMap<>();
    for (TableRow row : rows.all()) {
      phases
          .computeIfAbsent(
              new Biases(row.text(LawColumns.ACTIVATION), row.number(LawColumns.SIGMA_B2)),
              same -> new TreeMap<>())
          .put(row.number(LawColumns.SIGMA_W2), row.text(TheoryColumns.PHASE));
    }
    return phases;
  }

  /** The rows column by column, which takes less room; columns without a value are left out. */
  ObjectNode json() {
    ObjectNode columns = Json.NODES.objectNode();
    rows.all().stream()
        .flatMap(row -> row.values().keySet().stream())
        .distinct()
        .filter(this::has)
        .forEach(name -> columns.set(name, column(name)));
    return columns;
  }

  /** How many rows the columns have. */
  int length() {
    return rows.all().size() + curves.size();
  }

  /** The estimates, and the points of theory's curves between them. */
  private List<TableRow> drawn() {
    return Stream.concat(rows.all().stream(), curves.stream()).toList();
  }

  /** Values that repeat are listed once, and the rows count them off. */
  private JsonNode column(String name) {
    Map<JsonNode, Integer> codes = new LinkedHashMap<>();
    ArrayNode plain = Json.NODES.arrayNode();
    ArrayNode coded = Json.NODES.arrayNode();
    for (TableRow row : drawn()) {
      JsonNode value = row.value(name).map(ChartRows::cell).orElse(Json.NODES.nullNode());
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
