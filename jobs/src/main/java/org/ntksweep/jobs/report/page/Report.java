package org.ntksweep.jobs.report.page;

import java.io.IOException;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.training.Trained;
import org.ntksweep.jobs.report.training.chart.TrainedSweep;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.Table;

/** {@code report.html}: one page that shows a run, and needs nothing but itself. */
public final class Report {
  /** The name of the page in its run folder. */
  public static final String FILE = "report.html";

  private Report() {}

  /**
   * Writes the page of a run whose estimates are complete into its folder.
   *
   * @return its location
   * @throws IOException if the folder cannot be read or written to
   */
  public static String write(RunFolder folder) throws IOException {
    return written(folder, html(folder));
  }

  /** The same from estimates of the folder that have been read. */
  public static String write(RunFolder folder, Shown estimates) throws IOException {
    return written(folder, html(folder, estimates));
  }

  /** The same of a run that trains its networks. */
  public static String write(RunFolder folder, Trained trained, Table estimates)
      throws IOException {
    return written(folder, html(folder, trained, estimates));
  }

  private static String written(RunFolder folder, String html) throws IOException {
    folder.write(FILE, html);
    return folder + "/" + FILE;
  }

  /**
   * The page of a run whose estimates are complete.
   *
   * @throws IOException if the folder cannot be read
   */
  static String html(RunFolder folder) throws IOException {
    if (folder.manifest().trains()) {
      Table estimates = folder.table(RunTable.TRAINING_ESTIMATES);
      return html(folder, Trained.of(estimates), estimates);
    }
    return html(folder, Shown.of(folder.table(RunTable.ESTIMATES)));
  }

  private static String html(RunFolder folder, Trained trained, Table estimates)
      throws IOException {
    Manifest manifest = folder.manifest();
    Shown shown = TrainedSweep.shown(estimates);
    return TrainingPage.of(
        trained,
        shown,
        TrainedSweep.of(folder, shown.rows()),
        manifest.text("name"),
        Provenance.of(manifest, folder.config(), folder.files().word()));
  }

  private static String html(RunFolder folder, Shown estimates) throws IOException {
    return Page.of(estimates, folder.manifest(), folder.config(), folder.files().word());
  }
}
