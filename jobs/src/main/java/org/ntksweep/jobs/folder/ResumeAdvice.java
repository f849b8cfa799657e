package org.ntksweep.jobs.folder;

import java.util.Locale;
import org.ntksweep.jobs.shell.Launcher;
import org.ntksweep.jobs.shell.Secrets;
import org.ntksweep.jobs.shell.ShellQuote;

/** What is safe in a folder that is not complete, and how to go on. */
public final class ResumeAdvice {
  private ResumeAdvice() {}

  /** What is safe, and the command that goes on from there. */
  public static String of(RunFolder folder, Manifest manifest) {
    return String.format(
        Locale.ROOT,
        "  in %s %,.0f of %,.0f points %s%n  to go on: %s",
        folder,
        manifest.number("points_estimated"),
        manifest.number("points"),
        manifest.trains() ? "are trained" : "have their estimates",
        command(Launcher.run(), folder));
  }

  /**
   * The command that goes on with a run.
   *
   * @param run what starts runs, as a shell reads it
   */
  static String command(String run, RunFolder folder) {
    return String.join(
        " ",
        Secrets.redact(run),
        ShellQuote.path(folder.configLocation()),
        "--out",
        ShellQuote.path(folder.files().word()),
        "--resume");
  }
}
