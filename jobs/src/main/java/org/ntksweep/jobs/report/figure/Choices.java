package org.ntksweep.jobs.report.figure;

import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.report.chart.Selection;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.shell.RequestException;

/** Choices as they are typed. */
final class Choices {
  private Choices() {}

  /**
   * A selection in which these are chosen.
   *
   * @throws RequestException if there is no such selector, or it has no such value
   */
  static Selection of(Selection selection, Map<String, String> choices) {
    Selection chosen = selection;
    for (Map.Entry<String, String> choice : choices.entrySet()) {
      Selector selector = selector(selection, choice.getKey());
      int position = selector.position(choice.getValue());
      if (position < 0) {
        throw new RequestException(
            choice.getKey() + "=" + choice.getValue() + ": the run has " + values(selector));
      }
      chosen = chosen.choosing(selector.name(), position);
    }
    return chosen;
  }

  private static Selector selector(Selection selection, String name) {
    return selection.selectors().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    name
                        + ": cannot be chosen; "
                        + String.join(
                            ", ", selection.selectors().stream().map(Selector::name).toList())
                        + " can"));
  }

  private static String values(Selector selector) {
    List<String> values = selector.values().stream().map(Selector::text).toList();
    return String.join(", ", values);
  }
}
