package org.ntksweep.jobs.report.rows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.TableRow;

/** Numbers in sentences and tables of the page. */
public final class Text {
  private Text() {}

  /** Five digits, or a dash where there is no number. */
  public static String number(TableRow row, Column<? extends Number> column) {
    return digits(row.number(column), 5);
  }

  /** A standard error: two digits. */
  public static String error(TableRow row, Column<? extends Number> column) {
    return digits(row.number(column), 2);
  }

  public static String digits(double x, int digits) {
    if (Double.isNaN(x)) {
      return "–";
    }
    if (Double.isInfinite(x)) {
      return "∞";
    }
    BigDecimal rounded = BigDecimal.valueOf(x).round(new MathContext(digits));
    boolean plain = x == 0 || (Math.abs(x) >= 1e-4 && Math.abs(x) < 1e7);
    return plain
        ? rounded.stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%." + (digits - 1) + "e", x);
  }

  /** A count and its noun, such as {@code 1 point} and {@code 2 points}. */
  public static String counted(long n, String noun) {
    return count((double) n) + " " + noun + (n == 1 ? "" : "s");
  }

  /** A whole number with its thousands apart. */
  public static String count(double x) {
    return String.format(Locale.ROOT, "%,.0f", x);
  }
}
