package org.ntksweep.jobs.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the values of a manifest may be: it may have been changed by hand, or come from anywhere.
 */
final class ManifestRules {
  private static final List<String> NUMBERS =
      List.of(
          "points",
          "samples_per_point",
          "points_estimated",
          "samples",
          "waves",
          "commits",
          "wall_seconds",
          "samples_per_second",
          "cores",
          "resumed");

  private static final List<String> TEXTS =
      List.of(
          "status",
          "message",
          "name",
          "command",
          "method",
          "data_digest",
          "master",
          "started",
          "finished",
          "ntksweep",
          "commit",
          "spark",
          "java",
          "simd");

  private static final int LONGEST_TEXT = 1_000_000;

  private ManifestRules() {}

  /** What is wrong, or empty. */
  static Optional<String> objection(ObjectNode manifest) {
    for (String name : NUMBERS) {
      if (!isCount(manifest.path(name))) {
        return Optional.of(name + ": must be a number from 0");
      }
    }
    for (String name : TEXTS) {
      if (!isText(manifest.path(name))) {
        return Optional.of(name + ": must be a text");
      }
    }
    JsonNode seed = manifest.path("seed");
    return seed.isMissingNode() || (seed.isIntegralNumber() && seed.canConvertToLong())
        ? nested(manifest.path("core_seconds"), "core_seconds")
            .or(() -> tables(manifest.path("tables")))
        : Optional.of("seed: must be an integer of 64 bits");
  }

  private static Optional<String> tables(JsonNode tables) {
    for (Map.Entry<String, JsonNode> table : tables.properties()) {
      Optional<String> objection = nested(table.getValue(), "tables." + table.getKey());
      if (objection.isPresent()) {
        return objection;
      }
    }
    return section(tables, "tables");
  }

  private static Optional<String> nested(JsonNode numbers, String name) {
    for (JsonNode number : numbers) {
      if (!isCount(number)) {
        return Optional.of(name + ": must hold numbers from 0");
      }
    }
    return section(numbers, name);
  }

  private static Optional<String> section(JsonNode node, String name) {
    return node.isMissingNode() || node.isObject()
        ? Optional.empty()
        : Optional.of(name + ": must have keys");
  }

  private static boolean isCount(JsonNode node) {
    return node.isMissingNode()
        || (node.isNumber() && Double.isFinite(node.asDouble()) && node.asDouble() >= 0);
  }

  private static boolean isText(JsonNode node) {
    return node.isMissingNode() || (node.isTextual() && node.textValue().length() <= LONGEST_TEXT);
  }
}
