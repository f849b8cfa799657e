package org.ntksweep.jobs.report.verdict;

import java.util.ArrayList;
import java.util.List;

/** Sentences as lines no wider than a terminal of 80 columns. */
public final class TerminalText {
  private static final int COLUMNS = 80;
  static final String INDENT = "    ";

  private TerminalText() {}

  /** The lines of a text; those after the first are indented, if no more then deeper. */
  public static List<String> wrapped(String indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ", -1)) {
      boolean begun = line.length() > indent.length();
      if (begun && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(indent.isEmpty() ? INDENT : indent);
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
