package org.ntksweep.jobs.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as a shell reads them back: what is printed here can be pasted. */
public final class ShellQuote {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./=-]+");

  private ShellQuote() {}

  /** A command of these words. */
  public static String command(String... words) {
    return command(Arrays.asList(words));
  }

  /** A command of these words. */
  public static String command(Collection<String> words) {
    return words.stream().map(ShellQuote::word).collect(Collectors.joining(" "));
  }

  /**
   * One word; no control character is printed as it is, as it could change what a terminal shows.
   */
  public static String word(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return word.chars().anyMatch(Character::isISOControl)
        ? "$'" + escaped(word) + "'"
        : "'" + word.replace("'", "'\\''") + "'";
  }

  /** A path as a word that is no option, whatever it begins with. */
  public static String path(String path) {
    return word(path.startsWith("-") ? "./" + path : path);
  }

  private static String escaped(String word) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\'' || c == '\\') {
        text.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
