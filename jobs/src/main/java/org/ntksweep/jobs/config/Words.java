package org.ntksweep.jobs.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values that are one of a few words. */
final class Words {
  private static final Map<String, Boolean> FLAGS =
      of(new Boolean[] {true, false}, String::valueOf);

  private Words() {}

  /** The words of some constants, in their order. */
  static <T> Map<String, T> of(T[] constants, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T constant : constants) {
      words.put(word.apply(constant), constant);
    }
    return words;
  }

  /**
   * What the word that a value is stands for.
   *
   * @throws ConfigException if it is none of them, with the one it resembles
   */
  static <T> T read(Value value, Map<String, T> words) {
    String word = value instanceof Scalar scalar ? scalar.text() : "";
    if (!words.containsKey(word)) {
      throw value.mustBe(either(words.keySet()), Suggestions.closest(word, words.keySet()));
    }
    return words.get(word);
  }

  static boolean flag(Value value) {
    return read(value, FLAGS);
  }

  /** The words as a list that ends in "or". */
  static String either(Collection<String> words) {
    List<String> list = List.copyOf(words);
    String last = list.get(list.size() - 1);
    return list.size() == 1
        ? last
        : String.join(", ", list.subList(0, list.size() - 1)) + " or " + last;
  }
}
