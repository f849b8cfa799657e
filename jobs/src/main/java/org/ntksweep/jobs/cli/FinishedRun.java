package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.folder.ResumeAdvice;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunStatus;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.training.Trained;
import org.ntksweep.jobs.report.verdict.TerminalVerdict;
import org.ntksweep.jobs.shell.Count;
import org.ntksweep.jobs.shell.Launcher;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.RunTable;

/** What commands that look at a run ask of its folder, and what they say of it. */
final class FinishedRun {
  private FinishedRun() {}

  /**
   * Whether a run has estimates to look at; if not all are there, says why and how to go on.
   *
   * @throws RequestException if the folder holds no run, or cannot be read
   */
  static boolean check(RunFolder folder, PrintWriter err) {
    Manifest manifest = manifest(folder);
    tellStrays(folder, err);
    boolean isComplete = manifest.status() == RunStatus.COMPLETE;
    if (!isComplete) {
      tellIncomplete(folder, manifest, err);
    }
    return isComplete || manifest.number("points_estimated") > 0;
  }

  /** Tells of files that other programs would read as rows of a run's tables. */
  private static void tellStrays(RunFolder folder, PrintWriter err) {
    try {
      List<String> strays = folder.strays();
      if (!strays.isEmpty()) {
        err.println(
            "ntk-sweep: "
                + Reason.printable(strays.get(0)).replace('\n', '?')
                + (strays.size() > 1 ? " and " + Count.of(strays.size() - 1, "other file") : "")
                + ": not of this run, and passed over here; remove what other programs would read");
      }
    } catch (IOException e) {
      // Whoever reads the table is told.
    }
  }

  /** The estimates of a run, read once for all that is said of them. */
  static Shown estimates(RunFolder folder) throws IOException {
    return Shown.of(folder.table(RunTable.ESTIMATES));
  }

  /** What a run says when it ends: the verdict on its networks, and where to see the numbers. */
  static void conclude(RunFolder folder, Shown shown, PrintWriter out) {
    conclude(folder, TerminalVerdict.lines(shown.rows().diagonal()), out);
  }

  /** The same of a run that trains its networks. */
  static void conclude(RunFolder folder, Trained trained, PrintWriter out) {
    conclude(folder, trained.lines(), out);
  }

  private static void conclude(RunFolder folder, List<String> lines, PrintWriter out) {
    lines.forEach(out::println);
    out.println("all estimates: " + Launcher.command("show", folder.files().word()));
    out.flush();
  }

  private static Manifest manifest(RunFolder folder) {
    try {
      folder.files().checkReachable();
      if (!folder.holdsRun()) {
        throw new RequestException(folder + ": holds no run (no manifest.json)");
      }
      return folder.manifest();
    } catch (IOException e) {
      throw new RequestException(folder + ": cannot be read: " + Reason.of(e));
    }
  }

  /** What went wrong, in a line. */
  static String problem(IOException e) {
    String kind = e instanceof AccessDeniedException ? ": permission denied" : "";
    return Reason.of(e) + kind;
  }

  private static void tellIncomplete(RunFolder folder, Manifest manifest, PrintWriter err) {
    String state =
        manifest.status() == RunStatus.RUNNING
            ? "the run is still going on, or was killed"
            : "the run failed: " + manifest.message();
    err.println("ntk-sweep: " + folder + ": is not complete: " + state);
    err.println(ResumeAdvice.of(folder, manifest));
  }
}
