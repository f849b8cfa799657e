package org.ntksweep.jobs.config.key;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Suggestions;
import org.ntksweep.jobs.config.yaml.Value;

/** Keys that a mapping should not have, and what was meant by them. */
public final class UnknownKeys {
  private static final List<String> STANDARD_DEVIATIONS = List.of("sigma_w", "sigma_b");
  private static final String VARIANCES =
      " sigma_w2 and sigma_b2 are variances, the squares of sigma_w and sigma_b";

  private UnknownKeys() {}

  /**
   * Checks that a mapping has no other than the allowed keys.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException at the first it should not have, with
   *     what may have been meant, in this mapping or elsewhere in the schema
   */
  static void check(Mapping mapping, Collection<String> allowed, Schema schema) {
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      if (!allowed.contains(key)) {
        Optional<String> meant =
            elsewhere(key, schema)
                .or(() -> Suggestions.closest(key, allowed).map(mapping::pathOf))
                .or(
                    () ->
                        Suggestions.closest(key, words(schema)).flatMap(w -> elsewhere(w, schema)));
        throw entry.getValue().error(message(mapping, key, allowed, meant));
      }
    }
  }

  /** The same for a mapping of values, whose keys stand nowhere else. */
  public static void check(Mapping mapping, Collection<String> allowed) {
    check(mapping, allowed, new Schema(List.of()));
  }

  private static String message(
      Mapping mapping, String key, Collection<String> allowed, Optional<String> meant) {
    return "unknown key"
        + Suggestions.didYouMean(meant)
        + (STANDARD_DEVIATIONS.contains(key) ? VARIANCES : "")
        + "\n  allowed"
        + (mapping.path().isEmpty() ? "" : " in " + mapping.path())
        + ": "
        + String.join(", ", allowed);
  }

  private static List<String> words(Schema schema) {
    return schema.paths().stream().map(path -> path.substring(path.lastIndexOf('.') + 1)).toList();
  }

  /** The path of a key or section of that name, wherever it belongs. */
  private static Optional<String> elsewhere(String name, Schema schema) {
    return schema.paths().stream()
        .filter(path -> path.substring(path.lastIndexOf('.') + 1).equals(name))
        .findFirst();
  }
}
