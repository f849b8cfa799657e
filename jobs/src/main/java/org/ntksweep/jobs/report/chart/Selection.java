package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ntksweep.jobs.report.chart.Selector.Opening;
import org.ntksweep.jobs.report.chart.data.ChartColumns;
import org.ntksweep.jobs.report.chart.data.ChartRows;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;

/**
 * All choices together.
 *
 * @param selectors one for every choice, those without alternatives too
 */
public record Selection(List<Selector> selectors) {

  /** Copies the list. */
  public Selection {
    selectors = List.copyOf(selectors);
  }

  /** What there is to choose from: the largest width, the diagonal and every curve at first. */
  static Selection of(ChartRows rows) {
    return new Selection(
        List.of(
            Selector.ofTexts(rows.rows(), LawColumns.ACTIVATION, "activation"),
            Selector.ofNumbers(rows.rows(), LawColumns.SIGMA_B2, "σ_b²", Opening.FIRST),
            Selector.ofNumbers(rows.rows(), LawColumns.WIDTH, "width M", Opening.LAST),
            Selector.ofNumbers(rows.rows(), ChartColumns.INPUT, rows.inputLabel(), Opening.FIRST),
            Selector.ofNumbers(
                rows.rows(), ChartColumns.INPUT_NORM, rows.normSymbol(), Opening.FIRST),
            Selector.ofNumbers(rows.rows(), LawColumns.OUTPUTS, "outputs", Opening.FIRST),
            Selector.ofNumbers(rows.rows(), EstimateColumns.COSINE, "cosine", Opening.LAST),
            Selector.ofNumbers(rows.rows(), LawColumns.SIGMA_W2, "σ_w²", Opening.ALL)));
  }

  /** The same with another value of a selector chosen. */
  public Selection choosing(String name, int position) {
    return new Selection(
        selectors.stream().map(s -> s.name().equals(name) ? s.choosing(position) : s).toList());
  }

  public Selector selector(String name) {
    return selectors.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** The values chosen, by parameter. */
  public ObjectNode values() {
    ObjectNode values = Json.NODES.objectNode();
    selectors.forEach(s -> values.set(s.parameter(), s.value()));
    return values;
  }
}
