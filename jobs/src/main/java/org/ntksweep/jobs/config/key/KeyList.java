package org.ntksweep.jobs.config.key;

import java.util.ArrayList;
import java.util.List;

/** What people are told of keys: what each means, what is allowed and what it is by default. */
public final class KeyList {
  private static final int WIDTH = 80;
  private static final String MARGIN = "  ";

  private final String indent;

  private KeyList(List<Key<?>> keys) {
    int longest = keys.stream().mapToInt(key -> key.path().length()).max().orElse(0);
    indent = " ".repeat(MARGIN.length() + longest + 2);
  }

  /** A paragraph for each key, as lines of at most 80 characters. */
  public static List<String> of(List<Key<?>> keys) {
    KeyList list = new KeyList(keys);
    return keys.stream().flatMap(key -> list.paragraph(key).stream()).toList();
  }

  private List<String> paragraph(Key<?> key) {
    List<String> lines = new ArrayList<>();
    String line = (MARGIN + key.path() + indent).substring(0, indent.length());
    for (String word : description(key).split(" ", -1)) {
      if (line.length() + word.length() > WIDTH && !line.isBlank()) {
        lines.add(line.stripTrailing());
        line = indent;
      }
      line += word + " ";
    }
    lines.add(line.stripTrailing());
    return lines;
  }

  private static String description(Key<?> key) {
    return key.meaning()
        + ": "
        + key.reader().allowed()
        + key.fallback().map(value -> "; default " + value).orElse("");
  }
}
