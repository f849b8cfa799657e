package org.ntksweep.jobs.config.yaml;

/**
 * Where a value was written, as messages name it.
 *
 * @param source the file, or the command line
 * @param line the line from 1, or 0 for the source as a whole
 */
public record Place(String source, int line) {
  /** An override. */
  public static final Place COMMAND_LINE = new Place("on the command line", 0);

  /** The whole of a source. */
  public static Place in(String source) {
    return new Place(source, 0);
  }

  @Override
  public String toString() {
    String shown = Shown.line(source);
    return line == 0 ? shown : shown + ":" + line;
  }
}
