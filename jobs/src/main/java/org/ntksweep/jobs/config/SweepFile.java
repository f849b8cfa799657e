package org.ntksweep.jobs.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A sweep file that was read and checked.
 *
 * @param sweep what it asks for
 * @param resolvedYaml the same as YAML, with overrides applied and defaults filled in; it reads
 *     back to an equal sweep
 */
public record SweepFile(Sweep sweep, String resolvedYaml) {
  /** The values of the keys a file may leave out. */
  private static final String DEFAULTS =
      """
      seed: 0
      grid: {sigma_b2: 0.0}
      cosines: []
      parametrization: standard
      initialization: gaussian
      sampler: auto
      estimator: u_ratio
      bootstrap: {replicates: 1000, confidence: 0.95}
      output: {samples: true}
      execution: {task_seconds: auto, wave_seconds: auto}
      dense: {precision: double, memory: 1GiB}
      """;

  /**
   * Reads a sweep file.
   *
   * @param file a YAML file in UTF-8
   * @param overrides values of the form {@code key=value} that replace those of the file, such as
   *     {@code samples=5000} or {@code grid.sigma_w2=[1.5, 2.0]}
   * @throws ConfigException if the file cannot be read, or does not describe a sweep
   */
  public static SweepFile load(Path file, List<String> overrides) {
    return parse(text(file), file.toString(), overrides);
  }

  /**
   * Reads the text of a sweep file.
   *
   * @param text YAML
   * @param sourceName what messages call the text; without its folder and ending, it is the name of
   *     a sweep that has none
   * @param overrides values of the form {@code key=value} that replace those of the text
   * @throws ConfigException if the text does not describe a sweep
   */
  public static SweepFile parse(String text, String sourceName, List<String> overrides) {
    Mapping given = Overrides.apply(mapping(text, sourceName), overrides);
    Schema.check(given);
    Mapping complete = given.withDefaults(defaults(sourceName));
    Sweep sweep = SweepReader.read(complete);
    Consistency.check(complete, sweep);
    return new SweepFile(sweep, SweepWriter.write(complete));
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

  private static Mapping defaults(String sourceName) {
    Place source = Place.in(sourceName);
    Mapping defaults = (Mapping) YamlReader.readValue(DEFAULTS, "", source);
    return defaults.with("name", new Scalar("name", source, baseName(sourceName), false));
  }

  private static String baseName(String sourceName) {
    return sourceName.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
  }

  private static String text(Path file) {
    Place place = Place.in(file.toString());
    try {
      if (Files.isDirectory(file)) {
        throw new ConfigException(place, "is a folder; a sweep file is needed");
      }
      if (Files.size(file) > YamlReader.MAX_CHARACTERS) {
        throw new ConfigException(place, "is too large for a sweep file (above 3 MB)");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ConfigException(place, "there is no such file");
    } catch (AccessDeniedException e) {
      throw new ConfigException(place, "may not be read by this user");
    } catch (CharacterCodingException e) {
      throw new ConfigException(place, "is not text in UTF-8");
    } catch (IOException e) {
      throw new ConfigException(place, "cannot be read: " + e.getMessage());
    }
  }
}
