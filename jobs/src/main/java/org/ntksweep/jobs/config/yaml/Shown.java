package org.ntksweep.jobs.config.yaml;

import java.util.Locale;
import java.util.stream.Collectors;

/** Text of others as messages show it: short, on one line, and harmless to a terminal. */
public final class Shown {
  private static final int LENGTH = 60;

  private Shown() {}

  /** Text on one line, cut if it is long. */
  public static String text(String text) {
    return word(text.substring(0, Math.min(text.length(), 10 * LENGTH)).replaceAll("\\s+", " "));
  }

  /** The same with every blank as it is. */
  static String word(String text) {
    return escaped(text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "...", false);
  }

  /** Text on one line, whole. */
  static String line(String text) {
    return escaped(text, false);
  }

  /** Text of which lines may stay: controls are escaped, nothing is cut. */
  static String printable(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean lines) {
    return text.codePoints()
        .mapToObj(c -> (lines && c == '\n') || isPrintable(c) ? Character.toString(c) : escape(c))
        .collect(Collectors.joining());
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String escape(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04x", codePoint);
    };
  }
}
