package org.ntksweep.jobs.report.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.Table;

/**
 * The estimates a page shows: all of them, or of a sweep with more than anybody can look at those
 * of every k-th value along its longest axes.
 *
 * @param rows those shown
 * @param of how many there are
 * @param thinned the axes of which values are left out
 */
public record Shown(Rows rows, long of, List<ThinnedAxis> thinned) {
  /** About 5 MB of page, and as much as a browser draws without making the reader wait. */
  private static final long LARGEST = 50_000;

  private static final List<Column<? extends Number>> AXES =
      List.of(
          LawColumns.SIGMA_W2,
          LawColumns.SIGMA_B2,
          LawColumns.DEPTH,
          LawColumns.WIDTH,
          LawColumns.INPUT_DIM,
          EstimateColumns.COSINE);

  /** Copies the list. */
  public Shown {
    thinned = List.copyOf(thinned);
  }

  public static Shown of(Table estimates) throws IOException {
    return of(estimates, AXES);
  }

  /** The rows shown of a table that has other axes. */
  public static Shown of(Table estimates, List<Column<? extends Number>> axes) throws IOException {
    return of(estimates, LARGEST, axes);
  }

  /** At most about {@code limit} rows of a table, if its axes allow. */
  static Shown of(Table estimates, long limit) throws IOException {
    return of(estimates, limit, AXES);
  }

  private static Shown of(Table estimates, long limit, List<Column<? extends Number>> among)
      throws IOException {
    long count = estimates.rowCount();
    List<ThinnedAxis> axes =
        count > limit ? thinned(estimates, (double) limit / count, among) : List.of();
    Rows rows = Rows.of(estimates, row -> axes.stream().allMatch(axis -> axis.keeps(row)));
    return new Shown(rows, count, axes);
  }

  /** Axes thinned so that a share of all rows is left, the longest first. */
  private static List<ThinnedAxis> thinned(
      Table estimates, double share, List<Column<? extends Number>> among) throws IOException {
    List<ThinnedAxis> axes = new ArrayList<>(among.stream().map(ThinnedAxis::new).toList());
    estimates
        .only(among.stream().<String>map(Column::name).toList())
        .read(
            row -> {
              axes.forEach(axis -> axis.add(row));
              return true;
            });
    for (double left = 1; left > share; ) {
      ThinnedAxis longest =
          axes.stream().max(Comparator.comparingInt(ThinnedAxis::kept)).orElseThrow();
      int before = longest.kept();
      if (before <= 2) {
        break;
      }
      longest.thin();
      left *= (double) longest.kept() / before;
    }
    return axes.stream().filter(ThinnedAxis::isThinned).toList();
  }

  /** What is left out, or empty if nothing is. */
  public String note() {
    return thinned.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "%s of %s estimates, those of %s",
            Text.count(rows.all().size()),
            Text.count((double) of),
            thinned.stream().map(ThinnedAxis::text).collect(Collectors.joining(" and of ")));
  }
}
