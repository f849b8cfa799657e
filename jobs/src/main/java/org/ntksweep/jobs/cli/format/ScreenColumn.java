package org.ntksweep.jobs.cli.format;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ntksweep.jobs.tables.TableRow;

/**
 * A column of the table on the screen.
 *
 * @param title above it
 * @param cell its text in a row
 * @param isLaw whether it belongs to the law of the point, not to what was measured
 */
public record ScreenColumn(String title, Function<TableRow, String> cell, boolean isLaw) {
  private static final String UNDERPOWERED = "!";
  private static final String BEYOND = "e^";

  public static List<ScreenColumn> all() {
    return List.of(
        law("activation", row -> row.text("activation")),
        law("sigma_w2", row -> Numbers.plain(row, "sigma_w2")),
        law("sigma_b2", row -> Numbers.plain(row, "sigma_b2")),
        law("depth", row -> row.text("depth")),
        law("width", ScreenColumn::width),
        law("input_dim", row -> row.text("input_dim")),
        law("parametrization", row -> row.text("parametrization")),
        law("cosine", row -> Numbers.plain(row, "cosine")),
        law("samples", row -> row.text("samples")),
        law("estimator", row -> row.text("estimator")),
        measured("mean", ScreenColumn::mean),
        measured("+-", row -> Numbers.error(row, "mean_se")),
        measured("exact_mean", row -> Numbers.digits(row, "exact_mean")),
        measured("ratio", ScreenColumn::ratio),
        measured("+-", row -> Numbers.error(row, "ratio_se")),
        measured("interval", ScreenColumn::interval),
        measured("exact_ratio", row -> Numbers.digits(row, "exact_ratio")),
        measured("off_diagonal", row -> Numbers.digits(row, "off_diagonal")));
  }

  /** What the marks in these rows mean. */
  public static List<String> legend(List<TableRow> rows) {
    return Stream.of(
            new Legend(
                rows.stream().anyMatch(row -> row.holds("underpowered")),
                UNDERPOWERED
                    + "   underpowered: too few samples for its tail, do not trust the interval"),
            new Legend(
                rows.stream().anyMatch(ScreenColumn::isBeyond),
                BEYOND + "x  the mean is beyond the range of a double; its natural logarithm is x"))
        .filter(Legend::applies)
        .map(Legend::text)
        .toList();
  }

  private record Legend(boolean applies, String text) {}

  private static ScreenColumn law(String title, Function<TableRow, String> cell) {
    return new ScreenColumn(title, cell, true);
  }

  private static ScreenColumn measured(String title, Function<TableRow, String> cell) {
    return new ScreenColumn(title, cell, false);
  }

  private static String width(TableRow row) {
    return row.value("width")
        .map(Object::toString)
        .orElseGet(() -> Numbers.shortened(row.text("widths").replaceAll("[\\[\\] ]", "")));
  }

  private static String mean(TableRow row) {
    return isBeyond(row)
        ? (row.number("mean").orElse(1) < 0 ? "-" : "")
            + BEYOND
            + Numbers.digits(row, "log_abs_mean")
        : Numbers.digits(row, "mean");
  }

  /** Whether the mean over- or underflowed: its logarithm is known, it is not. */
  private static boolean isBeyond(TableRow row) {
    double mean = row.number("mean").orElse(Double.NaN);
    return (Double.isInfinite(mean) || mean == 0)
        && Double.isFinite(row.number("log_abs_mean").orElse(Double.NaN));
  }

  private static String ratio(TableRow row) {
    return Numbers.digits(row, "ratio") + (row.holds("underpowered") ? " " + UNDERPOWERED : "");
  }

  private static String interval(TableRow row) {
    return row.number("ratio_lo").isPresent()
        ? "[" + Numbers.digits(row, "ratio_lo") + ", " + Numbers.digits(row, "ratio_hi") + "]"
        : "";
  }
}
