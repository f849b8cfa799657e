package org.ntksweep.jobs.folder;

import java.util.List;
import java.util.Optional;

/** The first line in which two texts differ. */
final class ConfigDifference {
  private ConfigDifference() {}

  static Optional<String> between(List<String> theirs, List<String> ours) {
    for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
      String their = i < theirs.size() ? theirs.get(i) : "";
      String our = i < ours.size() ? ours.get(i) : "";
      if (!their.equals(our)) {
        return Optional.of("  in the folder " + shown(their) + ", asked for " + shown(our));
      }
    }
    return Optional.empty();
  }

  private static String shown(String line) {
    String text = line.strip();
    return text.isEmpty() ? "nothing" : "'" + shortened(text) + "'";
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
