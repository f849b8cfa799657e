package org.ntksweep.jobs.run;

/** A run that started and did not complete. Its folder says so. */
public final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message says what is safe and how to go on. */
  RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
