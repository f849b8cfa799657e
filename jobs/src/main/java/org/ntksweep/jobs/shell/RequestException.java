package org.ntksweep.jobs.shell;

/** A run that cannot be started as asked. The message is for the person who asked. */
public final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** One or two lines: what was asked, why it cannot be, what can. */
  public RequestException(String message) {
    super(message);
  }
}
