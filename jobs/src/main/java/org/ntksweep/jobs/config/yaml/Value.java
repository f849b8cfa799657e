package org.ntksweep.jobs.config.yaml;

import java.util.List;
import java.util.Optional;

/** A value of a sweep file, with the key path and the place that errors about it name. */
public sealed interface Value permits Scalar, Sequence, Mapping {
  /** The keys that lead here, joined by dots; empty for the whole file. */
  String path();

  /** Where it was written. */
  Place place();

  /** The value as YAML on one line, which reads back to an equal value. */
  String yaml();

  /** The elements of a list; any other value is a list of itself. */
  default List<Value> items() {
    return List.of(this);
  }

  /** The text of a single value; that of a list or a mapping is empty. */
  default String text() {
    return "";
  }

  /** An error about this value. */
  default ConfigException error(String problem) {
    return new ConfigException(place(), path(), problem);
  }

  /** The error that says what is allowed here and what was found. */
  default ConfigException mustBe(String allowed) {
    return mustBe(allowed, Optional.empty());
  }

  /** The same, with what may have been meant. */
  default ConfigException mustBe(String allowed, Optional<String> meant) {
    String shown = shown();
    String found = shown.isEmpty() ? ", but has no value" : ", not " + shown;
    return error("must be " + allowed + found + Suggestions.didYouMean(meant));
  }

  /** The value as messages show it. */
  default String shown() {
    return Shown.text(yaml());
  }
}
