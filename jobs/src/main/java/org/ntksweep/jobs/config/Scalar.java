package org.ntksweep.jobs.config;

/**
 * A single value, kept as the text that was written: what it means depends on its key.
 *
 * @param quoted whether it was written in quotes, so that it is text even where it looks like a
 *     number
 */
record Scalar(String path, Place place, String text, boolean quoted) implements Value {
  @Override
  public String yaml() {
    return quoted ? "'" + text.replace("'", "''") + "'" : text;
  }
}
