package org.ntksweep.jobs.config;

/**
 * A sweep file or an override that cannot be used. The message is for the person who wrote it: one
 * or two lines with the place, the key, the value and what is allowed.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ConfigException(String message) {
    super(message);
  }

  /** An error about the whole of a source. */
  ConfigException(Place place, String problem) {
    this(place + ": " + problem);
  }

  /** An error about one key. */
  ConfigException(Place place, String path, String problem) {
    this(place + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
  }
}
