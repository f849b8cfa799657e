package org.ntksweep.jobs.cli.theory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.RatioBounds;
import org.ntksweep.jobs.shell.RequestException;

/**
 * How far a network may go with a ratio at or below a bound.
 *
 * @param bound the ratio, at least 1
 * @param open the only axis that is asked for; null for all
 */
public record RatioQuestion(double bound, Axis open) {
  static final List<String> COLUMNS = List.of("max_sigma_w2", "max_depth", "min_width", "within");

  /**
   * What may be left open: the keys that give it as a pattern, and a value that stands for it
   * meanwhile.
   */
  enum Axis {
    SIGMA_W2("sigma_w2|init", "sigma_w2=1"),
    DEPTH("depth|depth_to_width|widths", "depth=2"),
    WIDTH("width|widths", "width=2");

    private final String keys;
    private final String placeholder;

    Axis(String keys, String placeholder) {
      this.keys = keys;
      this.placeholder = placeholder;
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

  /** Puts the answers that do not depend on what stands for the open axis. */
  public void put(Map<String, Object> values, Network law) {
    StringBuilder within = new StringBuilder();
    if (open == null || open == Axis.SIGMA_W2) {
      OptionalDouble sigmaW2 = RatioBounds.maxSigmaW2(law, bound);
      sigmaW2.ifPresent(w -> putBounded(values, "max_sigma_w2", w, w > 0 && !Double.isInfinite(w)));
      if (sigmaW2.isPresent() && sigmaW2.getAsDouble() == 0) {
        within.append("no sigma_w2; ");
      } else if (sigmaW2.isPresent() && Double.isInfinite(sigmaW2.getAsDouble())) {
        within.append("every sigma_w2 up to 1000; ");
      }
    }
    if (open == null || open == Axis.DEPTH) {
      OptionalInt depth = RatioBounds.maxDepth(law, bound);
      depth.ifPresent(d -> putBounded(values, "max_depth", d, d < Integer.MAX_VALUE));
      if (depth.isPresent() && depth.getAsInt() == Integer.MAX_VALUE) {
        within.append("every depth up to 20 widths; ");
      }
    }
    if (open == null || open == Axis.WIDTH) {
      OptionalInt width = RatioBounds.minWidth(law, bound);
      width.ifPresent(w -> putBounded(values, "min_width", w, w < Integer.MAX_VALUE));
      if (width.isPresent() && width.getAsInt() == Integer.MAX_VALUE) {
        within.append("no width; ");
      }
    }
    String text = within.toString().replaceFirst("; $", "");
    if (RatioBounds.maxSigmaW2(law, bound).isEmpty()) {
      text =
          String.format(
              Locale.ROOT,
              "no exact ratio is known for %s with %s weights; sample it with ntk-sweep run",
              law.activation().label(),
              law.initialization().label());
    }
    if (!text.isEmpty()) {
      values.put("within", text);
    }
  }

  private static void putBounded(
      Map<String, Object> values, String column, Object value, boolean bounded) {
    if (bounded) {
      values.put(column, value);
    }
  }
}
