package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Chart.Panel;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.report.template.Template;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** The charts that apply to a training sweep, in the order they are read. */
final class TrainedCharts {
  private static final String BLUE = " Blue up to a tenth, where theory is said to hold.";

  private static final String AT = " At the step or time chosen; dashed, the edge of chaos.";

  private final Rows drawn;
  private final List<String> selectors;
  private final Map<String, JsonNode> common;

  private TrainedCharts(Rows drawn, List<String> selectors, Map<String, JsonNode> common) {
    this.drawn = drawn;
    this.selectors = selectors;
    this.common = common;
  }

  static List<Chart> of(Rows drawn, List<Selector> selectors, Map<String, JsonNode> common) {
    TrainedCharts charts =
        new TrainedCharts(drawn, selectors.stream().map(Selector::name).toList(), common);
    return Stream.of(
            Stream.of(charts.changes(), charts.predictions(), charts.lowestLoss(), charts.loss()),
            Stream.of(charts.rates()),
            Curve.ALL.stream().map(charts::curve))
        .flatMap(some -> some)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Chart> changes() {
    String label = Quantity.CHANGE.label();
    return plane(
        "change-plane",
        "How far the kernel moved",
        "Change of the kernel in units of its norm, over initialization and depth." + BLUE + AT,
        label,
        List.of(Panel.WHOLE),
        colour("datum." + label, "|Θₜ − Θ₀| / |Θ₀|"));
  }

  private Optional<Chart> predictions() {
    List<Panel> panels = new ArrayList<>();
    if (drawn.has("prediction_error")) {
      panels.add(new Panel("by its own kernel", "pick_prediction", Json.of("own")));
    }
    if (drawn.has("infinite_error")) {
      panels.add(new Panel("by infinite width", "pick_prediction", Json.of("infinite")));
    }
    return plane(
        "prediction-plane",
        "How well kernels predict the loss",
        "Distance of the predicted loss from the measured one, in units of it: by the kernel of"
            + " each network at initialization, and by that of infinite width."
            + BLUE
            + AT,
        panels.isEmpty() ? "prediction_error" : panel(panels.get(0)),
        panels,
        colour(
            "(pick_prediction === 'infinite' ? datum.infinite_error : datum.prediction_error)",
            "relative error"));
  }

  private static String panel(Panel panel) {
    return panel.value().asText().equals("own") ? "prediction_error" : "infinite_error";
  }

  private Optional<Chart> lowestLoss() {
    Map<String, JsonNode> colour = new HashMap<>();
    colour.put("colour", Json.parse(Resources.text("chart/loss-colour.json")));
    // The legend of a stroke would hide the gradient.
    colour.put("stroke", Json.NODES.objectNode().set("value", Json.NODES.nullNode()));
    colour.put("classes", Json.NODES.arrayNode());
    return plane(
        "lowest-loss-plane",
        "The lowest loss",
        "The lowest loss up to the step or time chosen, by factors. Look at where training gets"
            + " nowhere.",
        Quantity.LOWEST_LOSS.label(),
        List.of(Panel.WHOLE),
        colour);
  }

  private Optional<Chart> loss() {
    return chart(
        drawn.has(TrainingEstimateColumns.mean(Quantity.LOSS)),
        "loss",
        "training/loss",
        "Loss, measured and predicted",
        "Means over networks with their 95 % intervals, cut off beyond twice what is drawn; dotted"
            + " and dashed, what kernels at initialization predict. Look at where lines part."
            + " Losses above a hundred times the first are left out.",
        filters(WhenAxis.WHEN),
        List.of(Panel.WHOLE),
        Map.of());
  }

  private Optional<Chart> rates() {
    Column<Double> rate = TrainedColumns.rate(drawn);
    List<Double> rates = drawn.numbers(rate);
    return chart(
        rates.size() > 1,
        "learning-rates",
        "training/loss",
        "Learning rates side by side",
        "The same for every learning rate. Look at the largest that still follows its kernel.",
        filters(WhenAxis.WHEN),
        rates.stream().map(x -> panel(rate, Json.drawn(x.doubleValue()))).toList(),
        Map.of());
  }

  private static Panel panel(Column<Double> rate, JsonNode value) {
    return new Panel(
        TrainedSelection.rateLabel(rate) + " " + Selector.text(value),
        "pick_" + rate.name(),
        value);
  }

  private Optional<Chart> curve(Curve curve) {
    return chart(
        drawn.has(TrainingEstimateColumns.mean(curve.quantity())),
        curve.name(),
        "training/curve",
        curve.heading(),
        curve.advice(),
        filters(WhenAxis.WHEN),
        List.of(Panel.WHOLE),
        curve.blanks());
  }

  private Optional<Chart> plane(
      String name,
      String heading,
      String advice,
      String field,
      List<Panel> panels,
      Map<String, JsonNode> colour) {
    Map<String, JsonNode> blanks = new HashMap<>(colour);
    blanks.put("description", Json.of("Heat map over sigma_w2 and depth: " + heading));
    blanks.put("is_drawn", Json.of("isValid(datum." + field + ")"));
    return chart(
        drawn.has(field)
            && drawn.numbers(LawColumns.SIGMA_W2).size() > 1
            && drawn.numbers(LawColumns.DEPTH).size() > 1,
        name,
        "training/plane",
        heading,
        advice,
        filters(LawColumns.SIGMA_W2, LawColumns.DEPTH),
        panels,
        blanks);
  }

  private static Map<String, JsonNode> colour(String expression, String title) {
    JsonNode channel = ClassColour.channel(title);
    return Map.of(
        "classes", ClassColour.transform(expression), "colour", channel, "stroke", channel);
  }

  private Optional<Chart> chart(
      boolean applies,
      String name,
      String template,
      String heading,
      String advice,
      List<String> filters,
      List<Panel> panels,
      Map<String, JsonNode> blanks) {
    if (!applies || panels.isEmpty()) {
      return Optional.empty();
    }
    Map<String, JsonNode> all = new HashMap<>(common);
    all.putAll(blanks);
    return Optional.of(
        new Chart(
            name,
            heading,
            advice,
            new Template(all, drawn::has).fill(template),
            filters,
            "",
            panels));
  }

  /** What a chart draws one value of: all that can be chosen but what it shows side by side. */
  private List<String> filters(Column<?>... free) {
    List<String> names = Stream.of(free).map(Column::name).toList();
    return selectors.stream().filter(name -> !names.contains(name)).toList();
  }
}
