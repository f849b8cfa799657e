package org.ntksweep.jobs.report.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/**
 * The estimates of a sweep, and what their columns hold.
 *
 * @param all the rows, in the order of the sweep
 */
public record Rows(List<TableRow> all) {

  /** Copies the list. */
  public Rows {
    all = List.copyOf(all);
  }

  /** The rows of a table that meet a condition. */
  static Rows of(Table table, Predicate<TableRow> condition) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    Map<Object, Object> lists = new HashMap<>();
    table.read(row -> !condition.test(row) || rows.add(sharing(lists, row)));
    return new Rows(rows);
  }

  /** Rows share the few lists they have, of widths: deep networks have long ones. */
  private static TableRow sharing(Map<Object, Object> lists, TableRow row) {
    Map<String, Object> values = new LinkedHashMap<>(row.values());
    values.replaceAll(
        (column, value) -> value instanceof List ? lists.computeIfAbsent(value, v -> v) : value);
    return new TableRow(values);
  }

  public Rows where(Predicate<TableRow> condition) {
    return new Rows(all.stream().filter(condition).toList());
  }

  /** The entries of one input with itself: one row for every point. */
  public Rows diagonal() {
    return where(Rows::isDiagonal);
  }

  public static boolean isDiagonal(TableRow row) {
    return row.number(EstimateColumns.COSINE) == 1;
  }

  /** Whether the interval of an estimate is not to be trusted. */
  public static boolean isUnderpowered(TableRow row) {
    return row.holds(EstimateColumns.UNDERPOWERED);
  }

  /** The different values of a column, ascending. */
  public List<Double> numbers(Column<? extends Number> column) {
    return all.stream()
        .mapToDouble(row -> row.number(column))
        .filter(x -> !Double.isNaN(x))
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  /** The different texts of a column, in the order they appear. */
  public List<String> texts(Column<String> column) {
    return all.stream().map(row -> row.text(column)).filter(t -> !t.isEmpty()).distinct().toList();
  }

  /** Whether a column has any value that can be drawn. */
  public boolean has(Column<?> column) {
    return has(column.name());
  }

  /** The same, by the name of the column. */
  public boolean has(String column) {
    return all.stream()
        .anyMatch(
            row ->
                row.value(column)
                    .filter(v -> !(v instanceof Double d) || Double.isFinite(d))
                    .isPresent());
  }
}
