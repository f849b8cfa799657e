package org.ntksweep.jobs.report.training.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/**
 * How much of intervals and predictions is drawn: intervals of two networks, and predictions beyond
 * the stable rate, would leave no room for what was measured.
 */
final class Bands {
  /** Intervals end at this factor beyond all means of their picture. */
  private static final double BEYOND = 2;

  /** Losses above so many of the largest at initialization are left out. */
  private static final double MOST = 100;

  private final Map<List<Object>, Range> ranges = new HashMap<>();

  /** The largest losses at initialization. */
  private final Map<List<Object>, Double> first = new HashMap<>();

  private record Range(double least, double most) {
    static final Range NONE = new Range(Double.POSITIVE_INFINITY, 0);

    Range with(double x) {
      return x > 0 && Double.isFinite(x) ? new Range(Math.min(least, x), Math.max(most, x)) : this;
    }
  }

  Bands(Rows rows) {
    rows.all().stream()
        .filter(row -> WhenAxis.when(row) == 0)
        .forEach(
            row -> first.merge(picture(row, Quantity.LOSS), mean(row, Quantity.LOSS), Math::max));
    for (TableRow row : rows.all()) {
      for (Quantity quantity : TrainedColumns.CURVES) {
        double mean = drawn(row, quantity, quantity == Quantity.LOSS);
        ranges.compute(
            picture(row, quantity),
            (same, range) -> (range == null ? Range.NONE : range).with(mean));
      }
    }
  }

  /** The mean of a quantity, and its interval. */
  void put(Map<String, Object> values, TableRow row, Quantity quantity) {
    double mean = drawn(row, quantity, quantity == Quantity.LOSS);
    if (Double.isNaN(mean)) {
      return;
    }
    Range range = ranges.get(picture(row, quantity));
    values.put(quantity.label(), mean);
    row.value(quantity.label() + "_lo")
        .map(low -> Math.min(mean, Math.max((double) low, range.least() / BEYOND)))
        .ifPresent(low -> values.put(quantity.label() + "_lo", low));
    row.value(quantity.label() + "_hi")
        .map(high -> Math.max(mean, Math.min((double) high, range.most() * BEYOND)))
        .ifPresent(high -> values.put(quantity.label() + "_hi", high));
  }

  /** A predicted loss, unless it is far above what is drawn. */
  void putPrediction(Map<String, Object> values, TableRow row, Quantity prediction) {
    double predicted = drawn(row, prediction, true);
    if (!Double.isNaN(predicted)) {
      values.put(prediction.label(), predicted);
    }
  }

  /** A mean; NaN for a loss that has run away. */
  private double drawn(TableRow row, Quantity quantity, boolean isLoss) {
    double mean = mean(row, quantity);
    double most =
        isLoss
            ? MOST * first.getOrDefault(picture(row, Quantity.LOSS), Double.POSITIVE_INFINITY)
            : Double.POSITIVE_INFINITY;
    return mean <= most ? mean : Double.NaN;
  }

  private static double mean(TableRow row, Quantity quantity) {
    return row.number(TrainingEstimateColumns.mean(quantity));
  }

  private static List<Object> picture(TableRow row, Quantity quantity) {
    List<Object> picture = new ArrayList<>(List.of(quantity));
    TrainedColumns.CHOSEN.forEach(column -> picture.add(row.text(column)));
    return picture;
  }
}
