package org.ntksweep.jobs.config.key;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Place;
import org.ntksweep.jobs.config.yaml.Value;
import org.ntksweep.jobs.config.yaml.YamlReader;

/**
 * A key of a sweep file: everything that is known of it, said once.
 *
 * @param <T> what its value means
 * @param path the keys that lead to it, joined by dots
 * @param role what it decides
 * @param meaning what it is, for people, in a line
 * @param reader what its value must be
 * @param fallback the value, as YAML, of a file that leaves it out; empty if it has none
 * @param optional whether a file may leave it out
 * @param rivals paths of keys that say the same in other words, so that only one may be given
 */
public record Key<T>(
    String path,
    Role role,
    String meaning,
    ValueReader<T> reader,
    Optional<String> fallback,
    boolean optional,
    List<String> rivals) {

  /** A key that must be there. */
  public static <T> Key<T> of(String path, Role role, String meaning, ValueReader<T> reader) {
    return new Key<>(path, role, meaning, reader, Optional.empty(), false, List.of());
  }

  /** The same key with a value for files that leave it out. */
  public Key<T> orElse(String yaml) {
    return new Key<>(path, role, meaning, reader, Optional.of(yaml), true, rivals);
  }

  /** The same key, which a file may leave out without a value taking its place. */
  public Key<T> orNothing() {
    return new Key<>(path, role, meaning, reader, Optional.empty(), true, rivals);
  }

  /** The same key, which may not stand beside others, nor they beside it. */
  public Key<T> insteadOf(Key<?>... others) {
    List<String> paths = Stream.of(others).map(Key::path).toList();
    return new Key<>(path, role, meaning, reader, fallback, optional, paths);
  }

  /** The last word of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The paths of the sections that lead to it, outermost first. */
  List<String> sections() {
    return IntStream.range(0, path.length())
        .filter(i -> path.charAt(i) == '.')
        .mapToObj(end -> path.substring(0, end))
        .toList();
  }

  /**
   * A file with this value, as YAML, if it has none of the key.
   *
   * @throws ConfigException if the path leads through a value
   */
  public Mapping orElseIn(Mapping root, String yaml) {
    return find(root).isPresent() ? root : putIn(root, yaml);
  }

  /**
   * A file with this value, as YAML, whatever it has.
   *
   * @throws ConfigException if the path leads through a value
   */
  public Mapping putIn(Mapping root, String yaml) {
    Value value = YamlReader.readValue(yaml, path, Place.in(root.place().source()));
    return Paths.put(root, path, value, root.place());
  }

  /**
   * Checks that a file does not have it.
   *
   * @throws ConfigException if it has
   */
  public void refuse(Mapping root, String reason) {
    find(root)
        .ifPresent(
            value -> {
              throw value.error(reason);
            });
  }

  /** Its value in a file, if it is there. */
  public Optional<Value> find(Mapping root) {
    return section(root).flatMap(section -> section.find(name()));
  }

  /** Its value in a file in which it is there. */
  public Value value(Mapping root) {
    return find(root).orElseThrow(() -> reader.missing(section(root).orElse(root).place(), path));
  }

  /** The error of a file that does not say what is allowed in it, or says nothing. */
  public ConfigException mustBe(Mapping root, String allowed) {
    return find(root)
        .map(value -> value.mustBe(allowed))
        .orElseGet(() -> ValueReader.missing(section(root).orElse(root).place(), path, allowed));
  }

  /**
   * What a file says.
   *
   * @throws ConfigException if the key is missing or its value not allowed
   */
  public T in(Mapping root) {
    return reader.read(value(root));
  }

  /** What a file says, if it says anything. */
  public Optional<T> findIn(Mapping root) {
    return find(root).map(reader::read);
  }

  private Optional<Mapping> section(Mapping root) {
    Optional<Mapping> section = Optional.of(root);
    for (String at : sections()) {
      section =
          section
              .flatMap(mapping -> mapping.find(at.substring(at.lastIndexOf('.') + 1)))
              .filter(Mapping.class::isInstance)
              .map(Mapping.class::cast);
    }
    return section;
  }
}
