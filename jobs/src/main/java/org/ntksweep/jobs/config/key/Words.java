package org.ntksweep.jobs.config.key;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ntksweep.jobs.config.yaml.Suggestions;
import org.ntksweep.jobs.config.yaml.Value;

/** Values that are one of a few words. */
public final class Words {
  /** True or false. */
  public static final ValueReader<Boolean> FLAG = of(new Boolean[] {true, false}, String::valueOf);

  private Words() {}

  /** The words of some constants, in their order. */
  public static <T> ValueReader<T> of(T[] constants, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T constant : constants) {
      words.put(word.apply(constant), constant);
    }
    return of(words);
  }

  /** The same words, or one more before them that stands for none of the constants. */
  public static <T> ValueReader<Optional<T>> of(
      String none, T[] constants, Function<T, String> word) {
    Map<String, Optional<T>> words = new LinkedHashMap<>();
    words.put(none, Optional.empty());
    for (T constant : constants) {
      words.put(word.apply(constant), Optional.of(constant));
    }
    return of(words);
  }

  private static <T> ValueReader<T> of(Map<String, T> words) {
    return ValueReader.of(either(words.keySet()), value -> read(value, words));
  }

  private static <T> T read(Value value, Map<String, T> words) {
    if (!words.containsKey(value.text())) {
      throw value.mustBe(either(words.keySet()), Suggestions.closest(value.text(), words.keySet()));
    }
    return words.get(value.text());
  }

  /** The words as a list that ends in "or". */
  public static String either(Collection<String> words) {
    List<String> list = List.copyOf(words);
    String last = list.get(list.size() - 1);
    return list.size() == 1
        ? last
        : String.join(", ", list.subList(0, list.size() - 1)) + " or " + last;
  }
}
