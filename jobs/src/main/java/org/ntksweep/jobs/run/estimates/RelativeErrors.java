package org.ntksweep.jobs.run.estimates;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/** How exact the ratios of a table of estimates are. */
public final class RelativeErrors {
  private RelativeErrors() {}

  /**
   * Half the width of the widest interval over its ratio, by point; infinite where a ratio is
   * undefined or its interval not to be trusted.
   */
  public static Map<String, Double> of(Table estimates) throws IOException {
    Map<String, Double> errors = new HashMap<>();
    estimates.read(
        row -> {
          errors.merge(row.text("point_id"), error(row), Math::max);
          return true;
        });
    return errors;
  }

  private static double error(TableRow row) {
    OptionalDouble ratio = row.number("ratio");
    OptionalDouble low = row.number("ratio_lo");
    OptionalDouble high = row.number("ratio_hi");
    return row.holds("underpowered") || ratio.isEmpty() || low.isEmpty() || high.isEmpty()
        ? Double.POSITIVE_INFINITY
        : (high.getAsDouble() - low.getAsDouble()) / (2 * ratio.getAsDouble());
  }
}
