package org.ntksweep.jobs.tables;

import java.io.Serializable;
import java.util.List;

/**
 * A column: all there is to know of it, whatever table it stands in.
 *
 * @param <T> the type of its values
 * @param name the name in tables
 * @param type the type of its values
 * @param isNullable whether a value may be missing
 * @param unit what a value counts or is measured in; empty for a pure number or a text
 * @param meaning for people, in a phrase
 */
public record Column<T>(
    String name, ColumnType type, boolean isNullable, String unit, String meaning)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** A text that is always there. */
  public static Column<String> text(String name, String meaning) {
    return new Column<>(name, ColumnType.TEXT, false, "", meaning);
  }

  /** A whole number that is always there. */
  public static Column<Integer> integer(String name, String meaning) {
    return new Column<>(name, ColumnType.INTEGER, false, "", meaning);
  }

  /** A count that may be large and is always there. */
  public static Column<Long> count(String name, String meaning) {
    return new Column<>(name, ColumnType.LONG, false, "", meaning);
  }

  /** A number that is always there. */
  public static Column<Double> number(String name, String meaning) {
    return new Column<>(name, ColumnType.DOUBLE, false, "", meaning);
  }

  /** Yes or no, always there. */
  public static Column<Boolean> flag(String name, String meaning) {
    return new Column<>(name, ColumnType.BOOLEAN, false, "", meaning);
  }

  /** Whole numbers, always there. */
  public static Column<List<Integer>> integers(String name, String meaning) {
    return new Column<>(name, ColumnType.INTEGERS, false, "", meaning);
  }

  /** Numbers, always there. */
  public static Column<List<Double>> numbers(String name, String meaning) {
    return new Column<>(name, ColumnType.DOUBLES, false, "", meaning);
  }

  /** The same column, null where it does not apply or is not defined. */
  public Column<T> orNull() {
    return new Column<>(name, type, true, unit, meaning);
  }

  /** The same column in a unit. */
  public Column<T> in(String otherUnit) {
    return new Column<>(name, type, isNullable, otherUnit, meaning);
  }

  /** A value as a table holds it: what is not a number is null. */
  Object value(T value) {
    Object kept = value instanceof Double number && Double.isNaN(number) ? null : value;
    if (kept == null && !isNullable) {
      throw new IllegalStateException("column " + name + ": " + value + ", and it is never null");
    }
    return kept;
  }
}
