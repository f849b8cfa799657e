package org.ntksweep.jobs.tables;

import java.util.OptionalDouble;

/** Cells of a row by the names of their columns, as readers of Parquet files know them. */
public final class Cells {
  private Cells() {}

  /** A value as text, or the empty string if it is null. */
  public static String text(TableRow row, String column) {
    return row.value(column).map(Object::toString).orElse("");
  }

  /** A number, or empty if it is null. */
  public static OptionalDouble number(TableRow row, String column) {
    return row.value(column).stream().mapToDouble(x -> ((Number) x).doubleValue()).findFirst();
  }
}
