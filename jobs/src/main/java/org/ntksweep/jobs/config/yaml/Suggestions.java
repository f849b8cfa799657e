package org.ntksweep.jobs.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Words that a misspelt word may stand for. */
public final class Suggestions {
  /** Nobody misspells at more length, and the distance takes time. */
  private static final int MAX_LENGTH = 100;

  private Suggestions() {}

  /** The candidate closest to a word, if at most a third of the word's letters are wrong. */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int tolerated = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(word.length() - candidate.length()) <= tolerated)
        .filter(candidate -> distance(word, candidate) <= tolerated)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** The question to end a message with, or nothing. */
  public static String didYouMean(Optional<String> suggestion) {
    return suggestion.map(s -> "; did you mean " + s + "?").orElse("");
  }

  /**
   * Letters to insert, delete, replace or swap with their neighbour to turn one word into the other
   * (optimal string alignment), upper and lower case alike.
   */
  static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, d);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] d) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
