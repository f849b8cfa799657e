package org.ntksweep.jobs.config;

/**
 * Where a value was written, as messages name it.
 *
 * @param source the file, or the command line
 * @param line the line from 1, or 0 for the source as a whole
 */
record Place(String source, int line) {
  static final Place COMMAND_LINE = new Place("on the command line", 0);

  static Place in(String source) {
    return new Place(source, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
