package org.ntksweep.jobs.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of a sweep file, in the order a resolved file lists them. */
final class Schema {
  static final List<String> TOP =
      List.of(
          "name",
          "seed",
          "grid",
          "cosines",
          "samples",
          "target_rel_error",
          "max_samples",
          "parametrization",
          "initialization",
          "sampler",
          "estimator",
          "bootstrap",
          "output",
          "execution",
          "dense");

  static final Map<String, List<String>> SECTIONS =
      Map.of(
          "grid",
          List.of(
              "activation",
              "sigma_w2",
              "sigma_b2",
              "widths",
              "width",
              "depth",
              "depth_to_width",
              "input_dim",
              "alpha0"),
          "bootstrap",
          List.of("replicates", "confidence"),
          "output",
          List.of("samples"),
          "execution",
          List.of("task_seconds", "wave_seconds"),
          "dense",
          List.of("precision", "memory"));

  /** Keys of the grid that say the same thing in other words, so that only one may be given. */
  private static final Map<String, Set<String>> ALTERNATIVES =
      Map.of(
          "widths", Set.of("width", "depth", "depth_to_width", "input_dim", "alpha0"),
          "width", Set.of("widths"),
          "depth", Set.of("widths", "depth_to_width"),
          "depth_to_width", Set.of("widths", "depth"),
          "input_dim", Set.of("widths", "alpha0"),
          "alpha0", Set.of("widths", "input_dim"));

  private static final Set<String> STANDARD_DEVIATIONS = Set.of("sigma_w", "sigma_b");

  private Schema() {}

  /** The keys of the grid that may not stand beside {@code key}. */
  static Set<String> alternatives(String key) {
    return ALTERNATIVES.getOrDefault(key, Set.of());
  }

  /**
   * Checks that a file has known keys only, and sections where sections belong.
   *
   * @throws ConfigException at the first that is not so
   */
  static void check(Mapping root) {
    checkKeys(root, TOP);
    for (String key : root.entries().keySet()) {
      if (SECTIONS.containsKey(key)) {
        checkKeys(root.section(key), SECTIONS.get(key));
      }
    }
  }

  /**
   * Checks that a mapping has no other than the allowed keys.
   *
   * @throws ConfigException at the first it should not have, with what may have been meant
   */
  static void checkKeys(Mapping mapping, List<String> allowed) {
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      if (!allowed.contains(entry.getKey())) {
        throw entry.getValue().error(unknownKey(mapping, entry.getKey(), allowed));
      }
    }
  }

  private static String unknownKey(Mapping mapping, String key, List<String> allowed) {
    String allowedIn = mapping.path().isEmpty() ? "allowed" : "allowed in " + mapping.path();
    return "unknown key"
        + Suggestions.didYouMean(meant(mapping, key, allowed))
        + (STANDARD_DEVIATIONS.contains(key)
            ? " sigma_w2 and sigma_b2 are variances, the squares of sigma_w and sigma_b"
            : "")
        + "\n  "
        + allowedIn
        + ": "
        + String.join(", ", allowed);
  }

  /** The same key elsewhere; else a similar one here; else a similar one elsewhere. */
  private static Optional<String> meant(Mapping mapping, String key, List<String> allowed) {
    return path(key)
        .or(() -> Suggestions.closest(key, allowed).map(mapping::pathOf))
        .or(() -> Suggestions.closest(key, keys().toList()).flatMap(Schema::path));
  }

  private static Stream<String> keys() {
    return Stream.concat(
        TOP.stream(), sections().flatMap(section -> SECTIONS.get(section).stream()));
  }

  /** In a fixed order, so that messages are reproducible. */
  private static Stream<String> sections() {
    return TOP.stream().filter(SECTIONS::containsKey);
  }

  /** The path of a key, wherever it belongs. */
  private static Optional<String> path(String key) {
    if (TOP.contains(key)) {
      return Optional.of(key);
    }
    return sections()
        .filter(section -> SECTIONS.get(section).contains(key))
        .map(section -> Mapping.path(section, key))
        .findFirst();
  }
}
