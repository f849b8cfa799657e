package org.ntksweep.jobs.report.training.chart;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.training.When;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/**
 * How much of intervals and losses is drawn: intervals of two networks, and losses beyond the
 * stable rate, would leave no room for the rest.
 */
final class Bands {
  /** Intervals end at this factor beyond all means of their picture. */
  private static final double BEYOND = 2;

  /** Losses above so many of the largest at initialization are left out. */
  private static final double MOST = 100;

  /** Shares and cosines. */
  private static final Set<Quantity> AT_MOST_1 =
      Set.of(
          Quantity.ACCURACY,
          Quantity.TEST_ACCURACY,
          Quantity.NC4,
          Quantity.TEST_NC4,
          Quantity.KERNEL_COSINE,
          Quantity.ALIGNMENT,
          Quantity.CENTERED_ALIGNMENT,
          Quantity.FEATURES_ALIGNMENT);

  private final Map<List<String>, Picture> pictures = new HashMap<>();

  /** What is drawn together. */
  private record Picture(Map<Quantity, Double> first, Map<Quantity, Range> ranges) {
    Picture() {
      this(new EnumMap<>(Quantity.class), new EnumMap<>(Quantity.class));
    }

    /** A mean; NaN for a loss that has run away. */
    double drawn(TableRow row, Quantity quantity) {
      double mean = mean(row, quantity);
      double most = first.getOrDefault(loss(quantity), Double.POSITIVE_INFINITY);
      return mean <= MOST * most ? mean : Double.NaN;
    }
  }

  private record Range(double least, double most) {
    static final Range NONE = new Range(Double.POSITIVE_INFINITY, 0);

    Range with(double x) {
      return x > 0 && Double.isFinite(x) ? new Range(Math.min(least, x), Math.max(most, x)) : this;
    }
  }

  Bands(Rows rows) {
    for (TableRow row : rows.all()) {
      if (When.of(row) == 0) {
        Map<Quantity, Double> first = picture(row).first();
        for (Quantity loss : List.of(Quantity.LOSS, Quantity.TEST_LOSS)) {
          first.merge(loss, mean(row, loss), Math::max);
        }
      }
    }
    for (TableRow row : rows.all()) {
      Picture picture = picture(row);
      for (Quantity quantity : TrainedColumns.CURVES) {
        double mean = picture.drawn(row, quantity);
        picture.ranges().merge(quantity, Range.NONE.with(mean), (range, one) -> range.with(mean));
      }
    }
  }

  private Picture picture(TableRow row) {
    List<String> key = TrainedColumns.CHOSEN.stream().<String>map(row::text).toList();
    return pictures.computeIfAbsent(key, same -> new Picture());
  }

  /** The means of all quantities, and their intervals. */
  void put(Map<String, Object> values, TableRow row) {
    Picture picture = picture(row);
    for (Quantity quantity : TrainedColumns.CURVES) {
      double mean = picture.drawn(row, quantity);
      if (!Double.isNaN(mean)) {
        put(values, row, quantity, mean, picture.ranges().get(quantity));
      }
    }
  }

  private static void put(
      Map<String, Object> values, TableRow row, Quantity quantity, double mean, Range range) {
    String name = quantity.label();
    double most = AT_MOST_1.contains(quantity) ? 1 : range.most() * BEYOND;
    values.put(name, mean);
    row.value(name + "_lo")
        .map(low -> Math.min(mean, Math.max((double) low, range.least() / BEYOND)))
        .ifPresent(low -> values.put(name + "_lo", low));
    row.value(name + "_hi")
        .map(high -> Math.max(mean, Math.min((double) high, most)))
        .ifPresent(high -> values.put(name + "_hi", high));
  }

  /** The loss that a prediction is of. */
  private static Quantity loss(Quantity quantity) {
    return switch (quantity) {
      case PREDICTED_LOSS, PREDICTED_LOSS_INFINITE -> Quantity.LOSS;
      default -> quantity;
    };
  }

  private static double mean(TableRow row, Quantity quantity) {
    return row.number(TrainingEstimateColumns.mean(quantity));
  }
}
