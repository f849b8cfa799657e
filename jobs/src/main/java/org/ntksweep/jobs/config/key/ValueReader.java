package org.ntksweep.jobs.config.key;

import java.util.Optional;
import java.util.function.Function;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Place;
import org.ntksweep.jobs.config.yaml.Value;

/**
 * What a value must be, and what it means.
 *
 * @param <T> what it means
 */
public interface ValueReader<T> {
  /** What is allowed, in words that follow "must be". */
  String allowed();

  /**
   * What a value means.
   *
   * @throws ConfigException if it is not allowed
   */
  T read(Value value);

  /**
   * What the value of a key means that must be there.
   *
   * @throws ConfigException if it is not, or not allowed
   */
  default T require(Mapping section, String key) {
    return read(section.find(key).orElseThrow(() -> missing(section.place(), section.pathOf(key))));
  }

  /** What is said of a value that must be there and is not. */
  default ConfigException missing(Place place, String path) {
    return missing(place, path, allowed());
  }

  /** The same of a value of which only some are allowed here. */
  static ConfigException missing(Place place, String path, String allowed) {
    return new ConfigException(place, path, "is missing; must be " + allowed);
  }

  /** A reader of what is allowed. */
  static <T> ValueReader<T> of(String allowed, Function<Value, T> read) {
    return new ValueReader<>() {
      @Override
      public String allowed() {
        return allowed;
      }

      @Override
      public T read(Value value) {
        return read.apply(value);
      }
    };
  }

  /** The same values, of another meaning. */
  default <U> ValueReader<U> as(Function<? super T, ? extends U> meaning) {
    return of(allowed(), value -> meaning.apply(read(value)));
  }

  /** These values or a word, which what is allowed names already. */
  default ValueReader<Optional<T>> or(String word) {
    return of(
        allowed(),
        value -> value.text().equals(word) ? Optional.empty() : Optional.of(read(value)));
  }
}
