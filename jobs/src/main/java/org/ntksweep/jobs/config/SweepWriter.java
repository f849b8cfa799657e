package org.ntksweep.jobs.config;

import java.util.List;

/** A sweep file as text: a line for every key, in the order of the {@link Schema}. */
final class SweepWriter {
  private SweepWriter() {}

  static String write(Mapping root) {
    StringBuilder text = new StringBuilder();
    write(root, Schema.TOP, "", text);
    return text.toString();
  }

  private static void write(Mapping mapping, List<String> keys, String indent, StringBuilder text) {
    for (String key : keys) {
      mapping.find(key).ifPresent(value -> write(key, value, indent, text));
    }
  }

  private static void write(String key, Value value, String indent, StringBuilder text) {
    text.append(indent).append(key).append(':');
    if (indent.isEmpty() && value instanceof Mapping section && Schema.SECTIONS.containsKey(key)) {
      text.append('\n');
      write(section, Schema.SECTIONS.get(key), "  ", text);
    } else {
      text.append(' ').append(value.yaml()).append('\n');
    }
  }
}
