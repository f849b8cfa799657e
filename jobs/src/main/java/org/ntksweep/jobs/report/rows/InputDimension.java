package org.ntksweep.jobs.report.rows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;

/**
 * The input dimension of networks of constant width, as the sweep varies it: in units of the width
 * or as such, whichever takes fewer values.
 *
 * @param perWidth whether in units of the width
 */
public record InputDimension(boolean perWidth) {
  private static final MathContext ROUNDED = new MathContext(3);

  public static InputDimension of(Rows rows) {
    List<TableRow> constant = rows.all().stream().filter(InputDimension::isConstant).toList();
    return new InputDimension(
        count(constant, InputDimension::alpha0) <= count(constant, InputDimension::dimension));
  }

  public String label() {
    return perWidth ? "α₀ = n₀/M" : "input dimension n₀";
  }

  /** The value of a network, or empty if its widths differ. */
  public OptionalDouble value(TableRow row) {
    if (!isConstant(row)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(perWidth ? alpha0(row) : dimension(row));
  }

  private static boolean isConstant(TableRow row) {
    return row.value(LawColumns.WIDTH).isPresent();
  }

  private static double dimension(TableRow row) {
    return row.number(LawColumns.INPUT_DIM);
  }

  private static double alpha0(TableRow row) {
    double alpha0 = dimension(row) / row.number(LawColumns.WIDTH);
    return BigDecimal.valueOf(alpha0).round(ROUNDED).doubleValue();
  }

  private static long count(List<TableRow> rows, ToDoubleFunction<TableRow> value) {
    return rows.stream().mapToDouble(value).distinct().count();
  }
}
