package org.ntksweep.jobs.run;

import java.io.IOException;
import org.ntksweep.jobs.folder.ResumeAdvice;
import org.ntksweep.jobs.folder.RunFolder;

/** What a person is told of a run that did not complete. */
final class Failures {
  private Failures() {}

  /** Tells the folder, and makes the exception that tells the person. */
  static RunFailedException of(Exception failure, RunFolder folder, RunRecord record) {
    String reason = reason(failure);
    RunFailedException told =
        new RunFailedException(reason + "\n" + ResumeAdvice.of(folder, record.manifest()), failure);
    try {
      record.failed(reason);
    } catch (IOException e) {
      told.addSuppressed(e);
    }
    return told;
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
