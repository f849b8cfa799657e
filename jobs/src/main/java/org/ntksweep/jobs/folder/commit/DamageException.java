package org.ntksweep.jobs.folder.commit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.ntksweep.jobs.shell.Reason;

/**
 * A file of a run is missing, cannot be read, or is not as the run had written it; the message says
 * what to do.
 */
public final class DamageException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * What is wrong with a file.
   *
   * @param file its name, relative to its run folder
   */
  public DamageException(String file, String what) {
    this(file + ": " + what + "; put the file back, or begin anew with --overwrite");
  }

  private DamageException(String message) {
    super(message);
  }

  /** What is wrong with a file that could not be read. */
  public static DamageException of(String file, IOException failure) {
    if (failure instanceof FileSystemException refused) { // it is there, and perhaps whole
      return new DamageException(file + ": cannot be read: " + refused.getReason());
    }
    return failure instanceof FileNotFoundException
        ? missing(file)
        : new DamageException(file, "is damaged: " + Reason.of(failure));
  }

  /** A file that was written and is not there. */
  public static DamageException missing(String file) {
    return new DamageException(file, "is missing");
  }
}
