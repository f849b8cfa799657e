package org.ntksweep.jobs.folder;

/** What is safe in a folder that is not complete, and how to go on. */
public final class ResumeAdvice {
  /** How runs are started here; the commands of {@code deploy/} say how they were called. */
  private static final String COMMAND =
      System.getenv().getOrDefault("NTKSWEEP_RUN", "ntk-sweep run");

  private ResumeAdvice() {}

  /** What is safe, and the command that goes on from there. */
  public static String of(RunFolder folder, Manifest manifest) {
    return "  in %s %,.0f of %,.0f points have their estimates\n  to go on: %s"
        .formatted(
            folder,
            manifest.number("points_estimated"),
            manifest.number("points"),
            command(folder));
  }

  private static String command(RunFolder folder) {
    return "%s %s --out %s --resume"
        .formatted(COMMAND, quoted(folder.configLocation()), quoted(folder.toString()));
  }

  /** As a shell wants it. */
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
