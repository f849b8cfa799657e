package org.ntksweep.jobs.config.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values by key, in the order they were written. */
public record Mapping(String path, Place place, Map<String, Value> entries) implements Value {
  /** Copies the entries. */
  public Mapping {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The key path of a key of the mapping at {@code parent}. */
  public static String path(String parent, String key) {
    return parent.isEmpty() ? key : parent + "." + key;
  }

  /** A mapping without keys. */
  public static Mapping empty(String path, Place place) {
    return new Mapping(path, place, Map.of());
  }

  /** Whether there is such a key. */
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** The value of a key, if it is there. */
  public Optional<Value> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /**
   * The value of a key that must be there.
   *
   * @throws ConfigException if it is not
   */
  public Value require(String key) {
    return find(key).orElseThrow(() -> new ConfigException(place, pathOf(key), "is missing"));
  }

  /** The key path of an entry. */
  public String pathOf(String key) {
    return path(path, key);
  }

  /** The same with another value of a key. */
  public Mapping with(String key, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(entries);
    changed.put(key, value);
    return new Mapping(path, place, changed);
  }

  /** The same without a key. */
  public Mapping without(String key) {
    Map<String, Value> changed = new LinkedHashMap<>(entries);
    changed.remove(key);
    return new Mapping(path, place, changed);
  }

  @Override
  public String yaml() {
    return entries.entrySet().stream()
        .map(entry -> Scalar.plain(entry.getKey()) + ": " + entry.getValue().yaml())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
