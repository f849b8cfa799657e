package org.ntksweep.jobs.run.estimates;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.point.PointColumns;

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
          errors.merge(row.text(PointColumns.POINT_ID), error(row), Math::max);
          return true;
        });
    return errors;
  }

  private static double error(TableRow row) {
    double ratio = row.number(EstimateColumns.RATIO);
    double low = row.number(EstimateColumns.RATIO_LO);
    double high = row.number(EstimateColumns.RATIO_HI);
    double error = (high - low) / (2 * ratio);
    return row.holds(EstimateColumns.UNDERPOWERED) || Double.isNaN(error)
        ? Double.POSITIVE_INFINITY
        : error;
  }
}
