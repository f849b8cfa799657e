package org.ntksweep.jobs.report.rows;

import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;

/**
 * The squared norm of the inputs, as the sweep varies it: a number, or in units of the input
 * dimension where that takes fewer values.
 *
 * @param perDimension whether in units of the input dimension
 */
public record InputNorm(boolean perDimension) {

  /** What takes fewer values in some rows. */
  public static InputNorm of(Rows rows) {
    return new InputNorm(count(rows, new InputNorm(true)) < count(rows, new InputNorm(false)));
  }

  /** What people call it. */
  public String symbol() {
    return perDimension ? "|x|²/n₀" : "|x|²";
  }

  /** The value of a row. */
  public double value(TableRow row) {
    double norm2 = row.value(LawColumns.INPUT_NORM2).orElse(1.0);
    return perDimension ? norm2 / row.number(LawColumns.INPUT_DIM) : norm2;
  }

  private static long count(Rows rows, InputNorm norm) {
    return rows.all().stream().mapToDouble(norm::value).distinct().count();
  }
}
