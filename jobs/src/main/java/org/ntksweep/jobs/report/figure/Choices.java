package org.ntksweep.jobs.report.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ntksweep.jobs.report.chart.Charted;
import org.ntksweep.jobs.report.chart.Selection;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.rows.InputDimension;
import org.ntksweep.jobs.report.rows.InputNorm;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.TableRow;

/** Choices as they are typed. */
final class Choices {
  private Choices() {}

  /**
   * A selection in which these are chosen.
   *
   * @throws RequestException if there is no such selector, or it has no such value
   */
  private static Selection of(Selection selection, Map<String, String> choices) {
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

  /** The charts as they are when these are chosen; planes show all that they are planes of. */
  static Charted in(Charted charted, Map<String, String> choices) {
    return new Charted(
        charted.drawn(), of(charted.selection(), choices), charted.charts(), charted.facts());
  }

  /** The charts of the rows chosen: no chart shows others. */
  static Charted restrict(Rows rows, Charted whole, Map<String, String> choices) {
    if (choices.isEmpty()) {
      return whole;
    }
    Selection chosen = of(whole.selection(), choices);
    Charted charted = Charted.of(rows.where(rows(rows, chosen, choices.keySet())));
    return choices.containsKey("cosine")
        ? charted.choosing("cosine", chosen.selector("cosine").chosen())
        : charted;
  }

  /** Whether a row is of the values chosen; the cosine is a panel's own to choose. */
  private static Predicate<TableRow> rows(Rows rows, Selection chosen, Set<String> names) {
    InputDimension inputs = InputDimension.of(rows);
    InputNorm norms = InputNorm.of(rows);
    return row ->
        names.stream()
            .filter(name -> !name.equals("cosine"))
            .allMatch(
                name -> value(row, name, inputs, norms).equals(chosen.selector(name).value()));
  }

  private static JsonNode value(TableRow row, String name, InputDimension inputs, InputNorm norms) {
    Optional<Object> value =
        switch (name) {
          case "input" -> inputs.value(row).stream().mapToObj(x -> (Object) x).findFirst();
          case "input_norm" -> Optional.of(norms.value(row));
          default -> row.value(name);
        };
    return value
        .map(x -> x instanceof Number n ? Json.drawn(n.doubleValue()) : Json.of(x))
        .orElse(Json.NODES.nullNode());
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
