package org.ntksweep.jobs.tables;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row read without Spark. Values are strings, integers, longs, doubles, booleans and lists of
 * integers or doubles.
 *
 * @param values the values that are not null, by column
 */
public record TableRow(Map<String, Object> values) {

  /** The same row without other columns than these. */
  TableRow only(Collection<String> columns) {
    Map<String, Object> kept = new LinkedHashMap<>(values);
    kept.keySet().retainAll(columns);
    return new TableRow(kept);
  }

  /** A value, or empty if it is null. */
  @SuppressWarnings("unchecked") // a column's values have its type
  public <T> Optional<T> value(Column<T> column) {
    return (Optional<T>) value(column.name());
  }

  /** A value by the name of its column, or empty if it is null. */
  public Optional<Object> value(String column) {
    return Optional.ofNullable(values.get(column));
  }

  /** A value as text, or the empty string if it is null. */
  public String text(Column<?> column) {
    return value(column.name()).map(Object::toString).orElse("");
  }

  /** A number, or NaN if it is null. */
  public double number(Column<? extends Number> column) {
    return value(column.name()).map(value -> ((Number) value).doubleValue()).orElse(Double.NaN);
  }

  /** Whether a column of booleans is true. */
  public boolean holds(Column<Boolean> column) {
    return value(column).orElse(false);
  }

  /** The same without the values of some columns. */
  public TableRow without(Column<?>... columns) {
    Map<String, Object> others = new LinkedHashMap<>(values);
    Stream.of(columns).map(Column::name).forEach(others::remove);
    return new TableRow(others);
  }
}
