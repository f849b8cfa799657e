package org.ntksweep.jobs.cli.format;

import java.math.BigDecimal;
import java.math.MathContext;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.TableRow;

/** Numbers for people: as many digits as help, no exponent where none is needed. */
public final class Numbers {
  private static final int MAX_WIDTHS = 24;

  private Numbers() {}

  /** A number somebody chose, as they wrote it. */
  public static String plain(TableRow row, Column<? extends Number> column) {
    return text(row.number(column), 17);
  }

  /** A measured number: five digits. */
  public static String digits(TableRow row, Column<? extends Number> column) {
    return text(row.number(column), 5);
  }

  /** A standard error: two digits. */
  public static String error(TableRow row, Column<? extends Number> column) {
    return text(row.number(column), 2);
  }

  /** A long text with its middle left out. */
  public static String shortened(String text) {
    return text.length() <= MAX_WIDTHS
        ? text
        : text.substring(0, MAX_WIDTHS / 2)
            + ".."
            + text.substring(text.length() - MAX_WIDTHS / 2 + 2);
  }

  /** A number to some digits; empty where there is none. */
  public static String text(double x, int digits) {
    if (Double.isNaN(x)) {
      return "";
    }
    if (!Double.isFinite(x)) {
      return Double.toString(x);
    }
    if (x == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(x).round(new MathContext(digits));
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent < -4 || exponent > 6
        ? scientific(rounded, exponent)
        : rounded.stripTrailingZeros().toPlainString();
  }

  private static String scientific(BigDecimal number, int exponent) {
    BigDecimal mantissa = number.movePointLeft(exponent).stripTrailingZeros();
    return mantissa.toPlainString() + "e" + exponent;
  }
}
