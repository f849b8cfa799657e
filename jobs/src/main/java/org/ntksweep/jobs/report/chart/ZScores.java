package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.TableRow;

/**
 * How far the measured means and ratios are from exact theory, in standard errors, as histograms.
 * Estimates that are not to be trusted are counted apart.
 */
final class ZScores {
  private static final double STEP = 0.5;

  /** What lies beyond is counted in the outermost bins. */
  private static final int REACH = 6;

  private static final int BINS = (int) (2 * REACH / STEP);

  private final Rows rows;

  private ZScores(Rows rows) {
    this.rows = rows;
  }

  static ZScores of(Rows estimates) {
    return new ZScores(estimates.diagonal());
  }

  boolean isEmpty() {
    return statistics().isEmpty();
  }

  /** Which of mean and ratio have an exact value and an error. */
  List<String> statistics() {
    return Stream.of("mean", "ratio").filter(s -> rows.has(deviation(s))).toList();
  }

  /** The share of trusted deviations below 2, beside that of the normal law. */
  String verdict() {
    return "Deviations of the estimates from exact theory should follow the normal curve. Within 2 "
        + "standard errors are "
        + String.join(" and ", statistics().stream().map(this::share).toList())
        + " of the estimates to be trusted; the normal law has 95.4 %. Underpowered estimates are"
        + " stacked as empty bars; what lies beyond 6 is in the outermost bar.";
  }

  private String share(String statistic) {
    double[] z = values(statistic, false);
    long within = Arrays.stream(z).filter(x -> Math.abs(x) < 2).count();
    return z.length == 0
        ? "no " + statistic + "s"
        : String.format(
            Locale.ROOT, "%.1f %% of the %,d %ss", 100.0 * within / z.length, z.length, statistic);
  }

  /** The bars: statistic, low, high, kind, rank in the stack, count. */
  ArrayNode bins() {
    ArrayNode bins = Json.NODES.arrayNode();
    for (String statistic : statistics()) {
      addBins(bins, statistic, "trusted", 0, values(statistic, false));
      addBins(bins, statistic, "underpowered", 1, values(statistic, true));
    }
    return bins;
  }

  private static void addBins(
      ArrayNode bins, String statistic, String kind, int rank, double[] values) {
    int[] counts = new int[BINS];
    for (double z : values) {
      double bin = Math.floor((z + REACH) / STEP);
      counts[(int) Math.max(0, Math.min(BINS - 1, bin))]++;
    }
    for (int i = 0; i < BINS; i++) {
      double low = -REACH + i * STEP;
      bins.addObject()
          .put("statistic", statistic)
          .put("low", low)
          .put("high", low + STEP)
          .put("kind", kind)
          .put("rank", rank)
          .put("count", counts[i]);
    }
  }

  /** The counts that trusted deviations would have on average if they were normal. */
  ArrayNode normal() {
    ArrayNode curve = Json.NODES.arrayNode();
    for (String statistic : statistics()) {
      double top = values(statistic, false).length * STEP / Math.sqrt(2 * Math.PI);
      for (int i = 0; i <= 8 * REACH; i++) {
        double z = -REACH + i / 4.0;
        curve
            .addObject()
            .put("statistic", statistic)
            .put("z", z)
            .set("count", Json.drawn(top * Math.exp(-z * z / 2)));
      }
    }
    return curve;
  }

  private static Column<Double> deviation(String statistic) {
    return statistic.equals("mean") ? EstimateColumns.Z_MEAN : EstimateColumns.Z_RATIO;
  }

  private double[] values(String statistic, boolean underpowered) {
    return rows.all().stream()
        .filter(row -> Rows.isUnderpowered(row) == underpowered)
        .mapToDouble((TableRow row) -> row.number(deviation(statistic)))
        .filter(Double::isFinite)
        .toArray();
  }
}
