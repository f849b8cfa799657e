package org.ntksweep.jobs.config.yaml;

/**
 * A sweep file or an override that cannot be used. The message is for the person who wrote it: one
 * or two lines with the place, the key, the value and what is allowed.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An error about the whole of a source. */
  public ConfigException(Place place, String problem) {
    this(place, "", problem);
  }

  /** An error about one key. */
  public ConfigException(Place place, String path, String problem) {
    super(
        Shown.printable(place + ": " + (path.isEmpty() ? "" : Shown.word(path) + ": ") + problem));
  }
}
