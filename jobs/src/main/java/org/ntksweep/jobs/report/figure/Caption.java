package org.ntksweep.jobs.report.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Selection;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TheoryColumns;

/**
 * What stands above a figure that has no page around it: which networks, how many, and what the
 * marks mean.
 *
 * @param rows the estimates that are drawn
 */
record Caption(Rows rows) {

  /** The networks of a panel, such as {@code relu, σ_b² = 0, M = 64, n₀ = 64, 300 samples}. */
  String title(Chart chart, Chart.Panel panel, Selection chosen) {
    return Stream.of(
            chart.rows().equals("none") ? "" : activation(panel, chosen),
            range("σ_b² = ", LawColumns.SIGMA_B2, chart, chosen),
            range("M = ", LawColumns.WIDTH, chart, chosen),
            range("n₀ = ", LawColumns.INPUT_DIM, chart, chosen),
            panel.parameter().equals(Chart.Panel.ACTIVATION) ? "" : panel.title(),
            range("", EstimateColumns.SAMPLES, chart, chosen) + " samples")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The column of which a chart shows every value, though one may be chosen. */
  private static final Map<String, String> WHOLE =
      Map.of(
          "ratio-depth-to-width", "width",
          "biases", "sigma_b2",
          "phase-plane-biases", "sigma_b2",
          "z-scores", "width");

  /** What the marks of a chart mean, or empty. */
  String legend(Chart chart) {
    boolean underpowered = rows.all().stream().anyMatch(row -> Rows.isUnderpowered(row));
    boolean plane = chart.name().startsWith("phase-plane");
    return Stream.of(
            plane && rows.has(TheoryColumns.EXACT_RATIO) ? "dot: exact value" : "",
            underpowered ? (plane ? "white stripe" : "hollow") + ": underpowered" : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String activation(Chart.Panel panel, Selection chosen) {
    return panel.parameter().equals(Chart.Panel.ACTIVATION)
        ? panel.value().asText()
        : chosen.selector("activation").value().asText();
  }

  /** The value chosen in a selector, else what the rows have of a column. */
  private String range(
      String name, Column<? extends Number> column, Chart chart, Selection chosen) {
    List<JsonNode> selected =
        chosen.selectors().stream()
            .filter(selector -> selector.name().equals(column.name()))
            .filter(selector -> !column.name().equals(WHOLE.get(chart.name())))
            .map(Selector::value)
            .filter(value -> !value.isNull())
            .toList();
    if (!selected.isEmpty()) {
      return name + Selector.text(selected.get(0));
    }
    List<Double> values = rows.numbers(column);
    if (values.isEmpty()) {
      return "";
    }
    String least = number(values.get(0));
    return name
        + (values.size() == 1 ? least : least + " to " + number(values.get(values.size() - 1)));
  }

  private static String number(double x) {
    return x >= 1000 ? Text.count(x) : Text.digits(x, 5);
  }
}
