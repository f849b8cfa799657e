package org.ntksweep.jobs.config.training;

import java.util.Collection;
import java.util.List;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.yaml.Mapping;

/**
 * A key that goes with some methods or sources alone.
 *
 * @param key the key
 * @param fallback its value, as YAML, where a file leaves it out; empty if nothing takes its place
 */
record OwnKey(Key<?> key, String fallback) {

  /**
   * A file with all of these keys that have a fallback.
   *
   * @param others keys that may go with something else
   * @param what they do not go with
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if it has one of the others that is not
   *     one of these
   */
  static Mapping fill(Mapping root, List<OwnKey> own, Collection<OwnKey> others, String what) {
    List<? extends Key<?>> keys = own.stream().map(OwnKey::key).toList();
    others.stream()
        .filter(other -> !keys.contains(other.key()))
        .forEach(other -> other.key().refuse(root, "does not go with the " + what));
    Mapping filled = root;
    for (OwnKey key : own) {
      filled = key.fallback.isEmpty() ? filled : key.key.orElseIn(filled, key.fallback);
    }
    return filled;
  }
}
