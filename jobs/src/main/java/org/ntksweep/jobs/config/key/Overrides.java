package org.ntksweep.jobs.config.key;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Place;
import org.ntksweep.jobs.config.yaml.Scalar;
import org.ntksweep.jobs.config.yaml.Shown;
import org.ntksweep.jobs.config.yaml.Value;
import org.ntksweep.jobs.config.yaml.YamlReader;

/**
 * Values given as {@code key=value} on the command line, which replace those of the file; {@code
 * key=null} takes a section away, or a key that a file may leave out.
 */
public final class Overrides {
  private static final int MOST = 1000;
  private static final int MAX_PATH = 300;
  private static final Pattern PATH = Pattern.compile("\\w+(?:\\.\\w+)*");

  private final Schema schema;

  /** Overrides of the keys of a schema. */
  public Overrides(Schema schema) {
    this.schema = schema;
  }

  /**
   * The file with every override in its place, the last one counting where a key is repeated. An
   * override also replaces the keys of the file that it is an alternative to.
   *
   * @throws ConfigException if there are more than a thousand, or one is not of the form {@code
   *     key=value}, its value is not YAML, or its path leads through a value
   */
  public Mapping apply(Mapping root, List<String> overrides) {
    if (overrides.size() > MOST) {
      throw new ConfigException(
          Place.COMMAND_LINE,
          String.format(
              Locale.ROOT,
              "has %d values of the form key=value; at most %d are read",
              overrides.size(),
              MOST));
    }
    Mapping result = root;
    for (String override : overrides) {
      result = apply(result, override);
    }
    return result;
  }

  private Mapping apply(Mapping root, String override) {
    int end = override.indexOf('=');
    String path = override.substring(0, Math.max(0, end)).strip();
    if (path.length() > MAX_PATH || !PATH.matcher(path).matches()) {
      throw new ConfigException(
          Place.COMMAND_LINE,
          "must be key=value, such as samples=5000, not " + Shown.text(override));
    }
    Value value = YamlReader.readValue(override.substring(end + 1), path, Place.COMMAND_LINE);
    if (isNull(value) && schema.mayBeLeftOut(keyOf(path))) {
      return Paths.remove(root, path);
    }
    return Paths.put(withoutRivals(root, path), path, value, Place.COMMAND_LINE);
  }

  private static boolean isNull(Value value) {
    return value instanceof Scalar scalar && !scalar.quoted() && scalar.text().equals("null");
  }

  /** Rivals that stand on the command line themselves stay, and are an error later. */
  private Mapping withoutRivals(Mapping root, String path) {
    Mapping result = root;
    for (Key<?> rival : schema.rivals(keyOf(path))) {
      if (rival.find(root).filter(v -> !v.place().equals(Place.COMMAND_LINE)).isPresent()) {
        result = Paths.remove(result, rival.path());
      }
    }
    return result;
  }

  /** The key that a path into a value belongs to, as grid.depth.to to grid.depth. */
  private String keyOf(String path) {
    return schema.keys().stream()
        .map(Key::path)
        .filter(key -> path.startsWith(key + "."))
        .findFirst()
        .orElse(path);
  }
}
