package org.ntksweep.jobs.config.key;

import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Place;
import org.ntksweep.jobs.config.yaml.Value;

/** Trees of values, changed at a path. */
final class Paths {
  private Paths() {}

  /**
   * A tree with a value at a path, with sections where there are none.
   *
   * @param place of sections that are made
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if the path leads through a value
   */
  static Mapping put(Mapping tree, String path, Value value, Place place) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return tree.with(path, value);
    }
    String key = path.substring(0, dot);
    Mapping section = section(tree, key, value, place);
    return tree.with(key, put(section, path.substring(dot + 1), value, place));
  }

  private static Mapping section(Mapping tree, String key, Value value, Place place) {
    Value child = tree.find(key).orElseGet(() -> Mapping.empty(tree.pathOf(key), place));
    if (child instanceof Mapping section) {
      return section;
    }
    throw value.error(
        child.path() + " is " + child.shown() + " (" + child.place() + "), which has no keys");
  }

  /** A tree without the value at a path, if there is one. */
  static Mapping remove(Mapping tree, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return tree.without(path);
    }
    String key = path.substring(0, dot);
    return tree.find(key)
        .filter(Mapping.class::isInstance)
        .map(child -> tree.with(key, remove((Mapping) child, path.substring(dot + 1))))
        .orElse(tree);
  }
}
