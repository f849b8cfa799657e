package org.ntksweep.jobs.cli.theory;

import java.util.List;
import java.util.Set;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;

/**
 * How far a network may go with a ratio at or below a bound.
 *
 * @param bound the ratio, at least 1
 * @param open the only axis that is asked for; null for all
 */
public record RatioQuestion(double bound, Axis open) {
  /**
   * What may be left open: its column, the keys that give it as a pattern, and a value that stands
   * for it meanwhile.
   */
  enum Axis {
    SIGMA_W2(LawColumns.SIGMA_W2, "sigma_w2|init", "sigma_w2=1"),
    DEPTH(LawColumns.DEPTH, "depth|depth_to_width|widths", "depth=2"),
    WIDTH(LawColumns.WIDTH, "width|widths", "width=2");

    @SuppressWarnings("ImmutableEnumChecker") // A column never changes.
    private final Column<?> column;

    private final String keys;
    private final String placeholder;

    Axis(Column<?> column, String keys, String placeholder) {
      this.column = column;
      this.keys = keys;
      this.placeholder = placeholder;
    }

    Column<?> column() {
      return column;
    }

    boolean isOpen(Set<String> given) {
      return given.stream().noneMatch(key -> key.matches(keys));
    }

    String placeholder() {
      return placeholder;
    }
  }

  /** Reads the bound and finds what is open. */
  public static RatioQuestion of(String text, Set<String> given) {
    List<Axis> open = List.of(Axis.values()).stream().filter(axis -> axis.isOpen(given)).toList();
    return new RatioQuestion(bound(text), open.size() == 1 ? open.get(0) : null);
  }

  private static double bound(String text) {
    try {
      double bound = Double.parseDouble(text.strip());
      if (bound >= 1 && bound < Double.POSITIVE_INFINITY) {
        return bound;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw new RequestException("ratio: must be a number of at least 1, not " + text);
  }
}
