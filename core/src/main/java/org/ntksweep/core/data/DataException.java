package org.ntksweep.core.data;

/** Data that cannot be used; the message is for the person whose data it is. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Data that cannot be used, and why. */
  public DataException(String message) {
    super(message);
  }
}
