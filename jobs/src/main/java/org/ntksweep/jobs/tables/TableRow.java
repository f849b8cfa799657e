package org.ntksweep.jobs.tables;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row read without Spark. Values are strings, integers, longs, doubles, booleans and lists of
 * integers.
 *
 * @param values the values that are not null, by column
 */
public record TableRow(Map<String, Object> values) {

  /** A value, or empty if it is null. */
  @SuppressWarnings("unchecked") // a column's values have its type
  public <T> Optional<T> value(Column<T> column) {
    return Optional.ofNullable((T) values.get(column.name()));
  }

  /** A value as text, or the empty string if it is null. */
  public String text(Column<?> column) {
    return text(column.name());
  }

  /** A number, or NaN if it is null. */
  public double number(Column<? extends Number> column) {
    return value(column).map(Number::doubleValue).orElse(Double.NaN);
  }

  /** Whether a column of booleans is true. */
  public boolean holds(Column<Boolean> column) {
    return holds(column.name());
  }

  /** A value, or empty if it is null. */
  public Optional<Object> value(String column) {
    return Optional.ofNullable(values.get(column));
  }

  /** A value as text, or the empty string if it is null. */
  public String text(String column) {
    return value(column).map(Object::toString).orElse("");
  }

  /** A number, or empty if it is null. */
  public OptionalDouble number(String column) {
    return values.get(column) instanceof Number n
        ? OptionalDouble.of(n.doubleValue())
        : OptionalDouble.empty();
  }

  /** Whether a column of booleans is true. */
  public boolean holds(String column) {
    return Boolean.TRUE.equals(values.get(column));
  }
}
