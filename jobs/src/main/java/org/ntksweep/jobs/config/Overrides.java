package org.ntksweep.jobs.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values given as {@code key=value} on the command line, which replace those of the file. */
final class Overrides {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*(\\w+(?:\\.\\w+)*)\\s*=(.*)", Pattern.DOTALL);

  private Overrides() {}

  /**
   * The file with every override in its place, the last one counting where a key is repeated. In
   * the grid, an override also replaces the keys of the file that it is an alternative to.
   *
   * @throws ConfigException if an override is not of the form {@code key=value}, its value is not
   *     YAML, or its path leads through a value
   */
  static Mapping apply(Mapping root, List<String> overrides) {
    Mapping result = root;
    for (String override : overrides) {
      result = apply(result, override);
    }
    return result;
  }

  private static Mapping apply(Mapping root, String override) {
    Matcher assignment = ASSIGNMENT.matcher(override);
    if (!assignment.matches()) {
      throw new ConfigException(
          Place.COMMAND_LINE, "must be key=value, such as samples=5000, not " + override);
    }
    String path = assignment.group(1);
    Value value = YamlReader.readValue(assignment.group(2), path, Place.COMMAND_LINE);
    List<String> keys = List.of(path.split("\\.", -1));
    return set(withoutAlternatives(root, keys), keys, value);
  }

  private static Mapping set(Mapping mapping, List<String> keys, Value value) {
    String key = keys.get(0);
    return keys.size() == 1
        ? mapping.with(key, value)
        : mapping.with(key, set(child(mapping, key, value), keys.subList(1, keys.size()), value));
  }

  private static Mapping child(Mapping mapping, String key, Value value) {
    Value child =
        mapping.find(key).orElseGet(() -> Mapping.empty(mapping.pathOf(key), Place.COMMAND_LINE));
    if (child instanceof Mapping section) {
      return section;
    }
    throw value.error(
        child.path() + " is " + child.shown() + " (" + child.place() + "), which has no keys");
  }

  private static Mapping withoutAlternatives(Mapping root, List<String> keys) {
    boolean inGrid = keys.size() > 1 && keys.get(0).equals("grid") && root.has("grid");
    return inGrid && root.require("grid") instanceof Mapping grid
        ? root.with("grid", withoutAlternatives(grid, keys.get(1)))
        : root;
  }

  /** Alternatives that stand on the command line themselves stay, and are an error later. */
  private static Mapping withoutAlternatives(Mapping grid, String key) {
    Mapping result = grid;
    for (String other : Schema.alternatives(key)) {
      if (grid.find(other).filter(value -> !value.place().equals(Place.COMMAND_LINE)).isPresent()) {
        result = result.without(other);
      }
    }
    return result;
  }
}
