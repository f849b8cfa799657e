package org.ntksweep.jobs.folder.commit;

import java.io.IOException;

/** A file of a run is missing, or is not as the run had written it; the message says what to do. */
public final class DamageException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * What is wrong with a file.
   *
   * @param file its name, relative to its run folder
   */
  public DamageException(String file, String what) {
    super(file + ": " + what + "; put the file back, or begin anew with --overwrite");
  }
}
