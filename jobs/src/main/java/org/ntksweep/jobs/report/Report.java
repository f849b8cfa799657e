package org.ntksweep.jobs.report;

import java.io.IOException;
import java.util.List;
import org.ntksweep.jobs.run.Manifest;
import org.ntksweep.jobs.run.RunFolder;
import org.ntksweep.jobs.tables.RunTable;

/** {@code report.html}: one page that shows a run, and needs nothing but itself. */
public final class Report {
  /** The name of the page in its run folder. */
  public static final String FILE = "report.html";

  private final Rows estimates;
  private final Selection selection;
  private final List<Chart> charts;
  private final ChartRows chartRows;

  private Report(Rows estimates) {
    this.estimates = estimates;
    chartRows = ChartRows.of(estimates);
    selection = Selection.of(chartRows);
    charts = Charts.of(chartRows, ZScores.of(estimates), selection);
  }

  /**
   * Writes the page of a run whose estimates are complete into its folder.
   *
   * @return its location
   * @throws IOException if the folder cannot be read or written to
   */
  public static String write(RunFolder folder) throws IOException {
    return PageFile.write(folder, FILE, html(folder));
  }

  /**
   * The page of a run whose estimates are complete.
   *
   * @throws IOException if the folder cannot be read
   */
  static String html(RunFolder folder) throws IOException {
    Report report = new Report(Rows.of(folder.table(RunTable.ESTIMATES)));
    return report.page(folder.manifest(), folder.config(), folder.toString());
  }

  private String page(Manifest manifest, String config, String location) {
    return new Page(estimates, chartRows, charts, selection).html(manifest, config, location);
  }
}
