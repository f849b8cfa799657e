package org.ntksweep.jobs.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ntksweep.jobs.config.key.Overrides;
import org.ntksweep.jobs.config.key.Role;
import org.ntksweep.jobs.config.text.SweepText;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Place;
import org.ntksweep.jobs.config.yaml.Scalar;
import org.ntksweep.jobs.config.yaml.Value;
import org.ntksweep.jobs.config.yaml.YamlReader;
import org.ntksweep.jobs.data.DataReader;
import org.ntksweep.jobs.data.UnreadData;

/**
 * A sweep file that was read and checked.
 *
 * @param sweep what it asks for
 * @param resolvedYaml the same as YAML, with overrides applied and defaults filled in; it reads
 *     back to an equal sweep
 * @param fixedYaml what of that has to stay when a run goes on: its laws and numbers, but neither
 *     points, which may be added to, nor how far a sweep goes, nor how the work is done
 */
public record SweepFile(Sweep sweep, String resolvedYaml, String fixedYaml) {
  private static final Set<Role> MAY_CHANGE = EnumSet.of(Role.AXIS, Role.EXTENT, Role.WORK);

  /**
   * Reads a sweep file.
   *
   * @param file a YAML file in UTF-8
   * @param overrides values of the form {@code key=value} that replace those of the file, such as
   *     {@code samples=5000} or {@code grid.sigma_w2=[1.5, 2.0]}
   * @param reader what reads the examples networks are trained on
   * @throws ConfigException if the file cannot be read, or does not describe a sweep
   */
  public static SweepFile load(Path file, List<String> overrides, DataReader reader) {
    return parse(text(file), file.toString(), overrides, reader);
  }

  /**
   * Reads a sweep file from a stream, which is closed by the caller.
   *
   * @param in YAML in UTF-8
   * @param sourceName what messages call it
   * @param overrides as of {@link #load}
   * @param reader as of {@link #load}
   * @throws ConfigException if it does not describe a sweep
   * @throws IOException if it cannot be read
   */
  public static SweepFile read(
      InputStream in, String sourceName, List<String> overrides, DataReader reader)
      throws IOException {
    return parse(SweepText.read(in, sourceName), sourceName, overrides, reader);
  }

  /**
   * Reads the text of a sweep file, but not the data its networks are trained on.
   *
   * @param text as of {@link #parse(String, String, List, DataReader)}
   * @param sourceName likewise
   * @param overrides likewise
   * @throws ConfigException if the text does not describe a sweep
   */
  public static SweepFile parse(String text, String sourceName, List<String> overrides) {
    return parse(text, sourceName, overrides, UnreadData::of);
  }

  /**
   * Reads the text of a sweep file.
   *
   * @param text YAML
   * @param sourceName what messages call the text; without its folder and ending, it is the name of
   *     a sweep that has none
   * @param overrides values of the form {@code key=value} that replace those of the text
   * @param reader as of {@link #load}
   * @throws ConfigException if the text does not describe a sweep
   */
  public static SweepFile parse(
      String text, String sourceName, List<String> overrides, DataReader reader) {
    Mapping given = new Overrides(SweepKeys.SCHEMA).apply(mapping(text, sourceName), overrides);
    SweepKeys.SCHEMA.check(given);
    Completion completion = Completion.of(named(given, sourceName), reader);
    Mapping complete = completion.root();
    Sweep sweep = Sweep.read(complete, completion.data());
    Consistency.check(complete, sweep);
    return new SweepFile(
        sweep,
        SweepKeys.SCHEMA.write(complete, key -> true),
        SweepKeys.SCHEMA.write(complete, key -> !MAY_CHANGE.contains(key.role())));
  }

  private static Mapping mapping(String text, String sourceName) {
    Place source = Place.in(sourceName);
    Value root =
        YamlReader.readFile(text, sourceName)
            .orElseThrow(() -> new ConfigException(source, "is empty; a sweep file has keys"));
    if (root instanceof Mapping mapping) {
      return mapping;
    }
    throw root.mustBe("keys with values, such as samples: 500");
  }

  /** A file without a name is called as it is. */
  private static Mapping named(Mapping root, String sourceName) {
    String key = SweepKeys.NAME.path();
    return root.has(key)
        ? root
        : root.with(key, new Scalar(key, Place.in(sourceName), baseName(sourceName), false));
  }

  private static String baseName(String sourceName) {
    return sourceName.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
  }

  private static String text(Path file) {
    Place place = Place.in(file.toString());
    if (file.toString().isBlank()) {
      throw new ConfigException(Place.in("sweep file '" + file + "'"), "no name of a file");
    }
    try {
      if (Files.isDirectory(file)) {
        throw new ConfigException(place, "is a folder; a sweep file is needed");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return SweepText.read(in, file.toString());
      }
    } catch (NoSuchFileException e) {
      throw new ConfigException(place, "there is no such file");
    } catch (AccessDeniedException e) {
      throw new ConfigException(place, "may not be read by this user");
    } catch (IOException e) {
      throw new ConfigException(place, "cannot be read: " + e.getMessage());
    }
  }
}
