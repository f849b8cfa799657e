package org.ntksweep.jobs.config.yaml;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A single value, kept as the text that was written: what it means depends on its key.
 *
 * @param quoted whether it was written in quotes, so that it is text even where it looks like a
 *     number
 */
public record Scalar(String path, Place place, String text, boolean quoted) implements Value {
  /** What is read as it stands wherever YAML has values, in brackets and braces too. */
  private static final Pattern PLAIN = Pattern.compile("[\\w.+/()-][\\w.+/() -]*(?<! )|");

  private static final Pattern DASHES = Pattern.compile("-+( .*)?|\\.\\.\\.");

  @Override
  public String shown() {
    return Shown.text(quoted ? yaml() : text);
  }

  @Override
  public String yaml() {
    return quoted ? inQuotes(text) : plain(text);
  }

  /** Text as YAML, in quotes if it needs them. */
  static String plain(String text) {
    return PLAIN.matcher(text).matches() && !DASHES.matcher(text).matches() ? text : inQuotes(text);
  }

  private static String inQuotes(String text) {
    return text.codePoints().allMatch(Scalar::isSimple)
        ? "'" + text.replace("'", "''") + "'"
        : text.codePoints().mapToObj(Scalar::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int c) {
    if (isSimple(c) && c != '"' && c != '\\') {
      return Character.toString(c);
    }
    return String.format(Locale.ROOT, c <= 0xffff ? "\\u%04x" : "\\U%08x", c);
  }

  private static boolean isSimple(int c) {
    return c == ' ' || Character.isLetterOrDigit(c) || (c > ' ' && c < 0x7f);
  }
}
