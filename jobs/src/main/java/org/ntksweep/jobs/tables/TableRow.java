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
