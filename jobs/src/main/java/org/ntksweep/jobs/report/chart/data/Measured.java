package org.ntksweep.jobs.report.chart.data;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/** What was measured of a bin, as charts draw it. */
public final class Measured {
  /** Half of a normal interval of 95 %, in standard errors. */
  private static final double HALF = 1.96;

  private static final List<Column<Double>> OF_THE_TABLE =
      List.of(
          EstimateColumns.RATIO,
          EstimateColumns.RATIO_LO,
          EstimateColumns.RATIO_HI,
          EstimateColumns.OFF_DIAGONAL,
          EstimateColumns.OFF_DIAGONAL_SE);

  private final Bin bin;
  private final Map<String, Object> values;

  private Measured(Bin bin, Map<String, Object> values) {
    this.bin = bin;
    this.values = values;
  }

  public static void put(Bin bin, Map<String, Object> values) {
    Measured measured = new Measured(bin, values);
    OF_THE_TABLE.forEach(column -> measured.put(column.name(), row -> row.number(column)));
    measured.put(ChartColumns.MEAN_SHIFT.name(), row -> shift(row, 0));
    measured.put("mean_shift_lo", row -> shift(row, -HALF));
    measured.put("mean_shift_hi", row -> shift(row, HALF));
    values.put("underpowered", bin.isUnderpowered());
    if (bin.all().size() > 1) {
      values.put("estimates", bin.all().size());
    }
    measured.paint();
  }

  private void put(String name, ToDoubleFunction<TableRow> number) {
    double median = bin.median(number);
    if (!Double.isNaN(median)) {
      values.put(name, median);
    }
  }

  /** What a plane shows of a ratio: the exact one where it is known. */
  private void paint() {
    Object ratio = values.get(EstimateColumns.RATIO.name());
    Object exact = values.get(TheoryColumns.EXACT_RATIO.name());
    if (exact != null || ratio != null) {
      values.put("painted_ratio", exact == null ? ratio : exact);
    }
    values.put(ChartColumns.UNCERTAIN.name(), exact == null && bin.isUnderpowered());
  }

  /** The mean and some standard errors, in units of infinite width; NaN beyond a double. */
  private static double shift(TableRow row, double errors) {
    double limit = row.number(TheoryColumns.INFINITE_WIDTH_MEAN);
    double error = Math.abs(row.number(EstimateColumns.MEAN_SE) / limit);
    double shift = row.number(EstimateColumns.MEAN) / limit + errors * error;
    return Double.isFinite(shift) ? shift : Double.NaN;
  }
}
