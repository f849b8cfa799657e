package org.ntksweep.jobs.run;

import java.io.IOException;
import org.ntksweep.jobs.folder.ResumeAdvice;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.shell.Reason;

/** What a person is told of a run that did not complete. */
final class Failures {
  private Failures() {}

  /** Tells the folder, and makes the exception that tells the person. */
  static RunFailedException of(Exception failure, RunFolder folder, RunRecord record) {
    String reason = Reason.of(failure);
    RunFailedException told =
        new RunFailedException(reason + "\n" + ResumeAdvice.of(folder, record.manifest()), failure);
    try {
      record.failed(reason);
    } catch (IOException e) {
      told.addSuppressed(e);
    }
    return told;
  }
}
