package org.ntksweep.jobs.config.key;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Value;

/**
 * Values of which there may be many, at least one: a value, a list of values or, of numbers, a
 * range. They are distinct, in the order written, but for those of {@link #list}.
 */
public final class Axis {
  private Axis() {}

  /** Numbers as doubles. */
  public static ValueReader<List<Double>> doubles(NumberRule rule) {
    return numbers(rule, NumberRule::toDouble);
  }

  /** Whole numbers of 32 bits. */
  public static ValueReader<List<Integer>> integers(NumberRule rule) {
    return numbers(rule, BigDecimal::intValueExact);
  }

  /** Numbers as they were written. */
  public static ValueReader<List<BigDecimal>> decimals(NumberRule rule) {
    return numbers(rule, Function.identity());
  }

  /** Numbers as they were written, each as often as it was. */
  public static ValueReader<List<BigDecimal>> list(NumberRule rule) {
    return ValueReader.of(rule.allowed(), value -> all(value, rule).toList());
  }

  /** Values of any other kind. */
  public static <T> ValueReader<List<T>> of(ValueReader<T> reader) {
    return ValueReader.of(
        reader.allowed(), value -> items(value).map(reader::read).distinct().toList());
  }

  /** The same values, or none. */
  public static <T> ValueReader<List<T>> orNone(ValueReader<List<T>> reader) {
    return ValueReader.of(
        reader.allowed(), value -> value.items().isEmpty() ? List.of() : reader.read(value));
  }

  private static <T> ValueReader<List<T>> numbers(
      NumberRule rule, Function<BigDecimal, T> meaning) {
    return ValueReader.of(
        rule.allowed(), value -> all(value, rule).map(meaning).distinct().toList());
  }

  private static Stream<BigDecimal> all(Value value, NumberRule rule) {
    return value instanceof Mapping range
        ? Range.values(range, rule)
        : items(value).map(rule::read);
  }

  private static Stream<Value> items(Value value) {
    if (value.items().isEmpty()) {
      throw value.error("must have at least one value, not []");
    }
    return value.items().stream();
  }
}
