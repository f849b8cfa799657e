package org.ntksweep.jobs.cli.format;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/**
 * A column of the table on the screen.
 *
 * @param title above it
 * @param cell its text in a row
 * @param isLaw whether it belongs to the law of the point, not to what was measured
 */
public record ScreenColumn(String title, Function<TableRow, String> cell, boolean isLaw) {
  /** As many as are written of a number; sums of them, such as times, differ in the next. */
  private static final int CHOSEN_DIGITS = 15;

  private static final String UNDERPOWERED = "!";
  private static final String BEYOND = "e^";

  /** Those of estimates and points. */
  public static List<ScreenColumn> all() {
    return Stream.concat(law().stream(), estimates().stream()).toList();
  }

  /** Those of the law of a point. */
  static List<ScreenColumn> law() {
    return List.of(
        law(LawColumns.ACTIVATION),
        law(LawColumns.SIGMA_W2),
        law(LawColumns.SIGMA_B2),
        law(LawColumns.DEPTH),
        law("width", ScreenColumn::width),
        law(LawColumns.INPUT_DIM),
        law(LawColumns.PARAMETRIZATION));
  }

  private static List<ScreenColumn> estimates() {
    return List.of(
        law(EstimateColumns.COSINE),
        law(EstimateColumns.SAMPLES),
        law(EstimateColumns.ESTIMATOR),
        measured("mean", ScreenColumn::mean),
        error(EstimateColumns.MEAN_SE),
        measured(TheoryColumns.EXACT_MEAN),
        measured("ratio", ScreenColumn::ratio),
        error(EstimateColumns.RATIO_SE),
        measured("interval", ScreenColumn::interval),
        measured(TheoryColumns.EXACT_RATIO),
        measured(EstimateColumns.OFF_DIAGONAL));
  }

  /** What the marks in these rows mean. */
  public static List<String> legend(List<TableRow> rows) {
    return Stream.of(
            new Legend(
                rows.stream().anyMatch(row -> row.holds(EstimateColumns.UNDERPOWERED)),
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

  /** A column as it is chosen. */
  private static ScreenColumn law(Column<?> column) {
    return law(column.name(), row -> chosen(row, column));
  }

  private static String chosen(TableRow row, Column<?> column) {
    return row.value(column)
        .map(value -> value instanceof Double x ? Numbers.text(x, CHOSEN_DIGITS) : value.toString())
        .orElse("");
  }

  /** A column as it is chosen, said once where all rows have the same. */
  static ScreenColumn chosen(Column<?> column) {
    return law(column);
  }

  /** The standard error of the column before. */
  static ScreenColumn error(Column<Double> column) {
    return measured("+-", row -> Numbers.error(row, column));
  }

  /** A column as it is measured or computed. */
  public static ScreenColumn measured(Column<Double> column) {
    return measured(column.name(), row -> Numbers.digits(row, column));
  }

  private static ScreenColumn measured(String title, Function<TableRow, String> cell) {
    return new ScreenColumn(title, cell, false);
  }

  private static String width(TableRow row) {
    return row.value(LawColumns.WIDTH)
        .map(Object::toString)
        .orElseGet(
            () -> Numbers.shortened(row.text(LawColumns.WIDTHS).replaceAll("[\\[\\] ]", "")));
  }

  private static String mean(TableRow row) {
    return isBeyond(row)
        ? (row.number(EstimateColumns.MEAN) < 0 ? "-" : "")
            + BEYOND
            + Numbers.digits(row, EstimateColumns.LOG_ABS_MEAN)
        : Numbers.digits(row, EstimateColumns.MEAN);
  }

  /** Whether the mean over- or underflowed: its logarithm is known, it is not. */
  private static boolean isBeyond(TableRow row) {
    double mean = row.number(EstimateColumns.MEAN);
    return (Double.isInfinite(mean) || mean == 0)
        && Double.isFinite(row.number(EstimateColumns.LOG_ABS_MEAN));
  }

  private static String ratio(TableRow row) {
    return Numbers.digits(row, EstimateColumns.RATIO)
        + (row.holds(EstimateColumns.UNDERPOWERED) ? " " + UNDERPOWERED : "");
  }

  private static String interval(TableRow row) {
    return row.value(EstimateColumns.RATIO_LO).isPresent()
        ? "["
            + Numbers.digits(row, EstimateColumns.RATIO_LO)
            + ", "
            + Numbers.digits(row, EstimateColumns.RATIO_HI)
            + "]"
        : "";
  }
}
