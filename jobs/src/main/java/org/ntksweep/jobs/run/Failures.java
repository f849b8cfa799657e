package org.ntksweep.jobs.run;

import java.io.IOException;

/** What a person is told of a run that did not complete. */
public final class Failures {
  /** How runs are started here; the commands of {@code deploy/} say how they were called. */
  private static final String COMMAND =
      System.getenv().getOrDefault("NTKSWEEP_RUN", "ntk-sweep run");

  private Failures() {}

  /** Tells the folder, and makes the exception that tells the person. */
  static RunFailedException of(Exception failure, RunFolder folder, RunRecord record) {
    String reason = reason(failure);
    RunFailedException told =
        new RunFailedException(reason + "\n" + advice(folder, record.manifest()), failure);
    try {
      record.failed(reason);
    } catch (IOException e) {
      told.addSuppressed(e);
    }
    return told;
  }

  /** What is safe in a folder that is not complete, and the command that goes on from there. */
  public static String advice(RunFolder folder, Manifest manifest) {
    return "  in %s %,.0f of %,.0f points have their estimates\n  to go on: %s"
        .formatted(
            folder,
            manifest.number("points_estimated"),
            manifest.number("points"),
            resumeCommand(folder));
  }

  private static String resumeCommand(RunFolder folder) {
    return "%s %s --out %s --resume"
        .formatted(COMMAND, quoted(folder.configLocation()), quoted(folder.toString()));
  }

  /** As a shell wants it. */
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** The innermost cause in one line: Spark wraps it in pages. */
  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message =
        cause.getMessage() == null ? "" : cause.getMessage().lines().findFirst().orElse("");
    return message.isEmpty() ? cause.getClass().getSimpleName() : message;
  }
}
