package org.ntksweep.jobs.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values by key, in the order they were written. */
record Mapping(String path, Place place, Map<String, Value> entries) implements Value {
  Mapping {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The key path of a key of the mapping at {@code parent}. */
  static String path(String parent, String key) {
    return parent.isEmpty() ? key : parent + "." + key;
  }

  static Mapping empty(String path, Place place) {
    return new Mapping(path, place, Map.of());
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<Value> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  Value require(String key) {
    return find(key).orElseThrow(() -> new ConfigException(place, pathOf(key), "is missing"));
  }

  /** The mapping under a key that has keys of its own. */
  Mapping section(String key) {
    Value value = require(key);
    if (value instanceof Mapping section) {
      return section;
    }
    throw value.mustBe("a section with keys of its own");
  }

  /** The key path of an entry. */
  String pathOf(String key) {
    return path(path, key);
  }

  Mapping with(String key, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(entries);
    changed.put(key, value);
    return new Mapping(path, place, changed);
  }

  Mapping without(String key) {
    Map<String, Value> changed = new LinkedHashMap<>(entries);
    changed.remove(key);
    return new Mapping(path, place, changed);
  }

  /** This mapping, with whatever it leaves out, at any level, taken from {@code defaults}. */
  Mapping withDefaults(Mapping defaults) {
    Map<String, Value> filled = new LinkedHashMap<>(entries);
    defaults.entries.forEach((key, value) -> filled.merge(key, value, Mapping::filled));
    return new Mapping(path, place, filled);
  }

  private static Value filled(Value given, Value fallback) {
    return given instanceof Mapping section && fallback instanceof Mapping defaults
        ? section.withDefaults(defaults)
        : given;
  }

  @Override
  public String yaml() {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().yaml())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
