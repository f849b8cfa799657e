package org.ntksweep.jobs.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The values of one key of the grid: one value, a list of values or, for numbers, a range. */
final class Axis {
  private Axis() {}

  /** Distinct numbers in the order written, as doubles. */
  static List<Double> doubles(Value value, NumberRule rule) {
    // Adding zero turns -0.0 into 0.0.
    return numbers(value, rule).stream().map(v -> v.doubleValue() + 0.0).distinct().toList();
  }

  /** Distinct whole numbers in the order written. */
  static List<Integer> integers(Value value, NumberRule rule) {
    return numbers(value, rule).stream().map(BigDecimal::intValueExact).distinct().toList();
  }

  /** The numbers as they were written. */
  static List<BigDecimal> numbers(Value value, NumberRule rule) {
    return value instanceof Mapping range
        ? Range.values(range, rule)
        : value.items().stream().map(rule::read).toList();
  }

  /** Distinct words in the order written. */
  static <T> List<T> words(Value value, Map<String, T> words) {
    return value.items().stream().map(item -> Words.read(item, words)).distinct().toList();
  }
}
