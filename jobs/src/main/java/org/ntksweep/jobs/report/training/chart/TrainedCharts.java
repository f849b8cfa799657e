package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Chart.Panel;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.chart.data.GridAxis;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.template.Template;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;

/** The charts that apply to a training sweep, in the order they are read. */
final class TrainedCharts {
  private static final String BLUE = " Blue up to a tenth, where theory is said to hold.";

  private static final String AT = " At the step or time chosen; dashed, the edge of chaos.";

  private final Rows drawn;
  private final List<String> selectors;
  private final Map<String, JsonNode> common;
  private final Column<Double> rate;
  private final Planes planes;
  private final Panes panes;
  private final JsonNode along;

  private TrainedCharts(Rows drawn, List<String> selectors, Map<String, JsonNode> common) {
    this.drawn = drawn;
    this.selectors = selectors;
    this.common = common;
    rate = TrainedColumns.rate(drawn);
    planes = new Planes(drawn, common);
    panes = new Panes(drawn, common);
    along = common.get("along_training");
  }

  static List<Chart> of(Rows drawn, List<Selector> selectors, Map<String, JsonNode> common) {
    TrainedCharts charts =
        new TrainedCharts(drawn, selectors.stream().map(Selector::name).toList(), common);
    return Stream.of(charts.planes(), charts.losses(), charts.kernels(), charts.curves())
        .flatMap(some -> some)
        .filter(chart -> !chart.panels().isEmpty())
        .toList();
  }

  private Stream<Chart> planes() {
    if (drawn.numbers(LawColumns.SIGMA_W2).size() < 2
        || drawn.numbers(LawColumns.DEPTH).size() < 2) {
      return Stream.empty();
    }
    return Stream.of(
        plane(
            "change-plane",
            "How far the kernel moved",
            "Change of the kernel in units of its norm, over initialization and depth." + BLUE + AT,
            planes.changes()),
        plane(
            "prediction-plane",
            "How well kernels predict the loss",
            "Distance of the predicted loss from the measured one, in units of it: by the kernel of"
                + " each network at initialization, and by that of infinite width."
                + BLUE
                + AT,
            planes.predictions()),
        plane(
            "lowest-loss-plane",
            "The lowest loss",
            "The lowest loss up to the step or time chosen, by factors. Look at where training gets"
                + " nowhere.",
            planes.lowestLosses()));
  }

  private Chart plane(String name, String heading, String advice, List<Panel> panels) {
    List<String> filters = filters(LawColumns.SIGMA_W2, LawColumns.DEPTH);
    return new Chart(name, heading, advice, filters, "", panels);
  }

  private Stream<Chart> losses() {
    Chart loss =
        curves(
            new Curves(
                "loss",
                isPredicted() ? "Loss, measured and predicted" : "Loss",
                "Means over networks with their 95 % intervals, cut off where they would leave no"
                    + " room for the means."
                    + (isPredicted()
                        ? " Other lines are what kernels at initialization predict, drawn down to"
                            + " a tenth of what was measured. Look at where lines part."
                        : "")
                    + " Losses above a hundred times the first are left out.",
                Curves.LOSS));
    List<Double> rates = drawn.numbers(rate);
    return rates.size() < 2
        ? Stream.of(loss)
        : Stream.of(loss, eachRate(loss, rates), overRates(rates));
  }

  private boolean isPredicted() {
    return Curves.LOSS.stream()
        .flatMap(pane -> pane.lines().stream())
        .anyMatch(line -> line.isPredicted() && drawn.has(line.column()));
  }

  private Chart eachRate(Chart loss, List<Double> rates) {
    return new Chart(
        "learning-rates",
        "Learning rates side by side",
        "The same for every learning rate. Look at the largest that still "
            + (isPredicted() ? "follows its kernel." : "trains."),
        loss.filters(),
        "",
        rates.stream()
            .map(x -> panel(Json.drawn(x.doubleValue())))
            .flatMap(of -> loss.panels().stream().map(p -> of.drawing(p.specification())))
            .toList());
  }

  private Panel panel(JsonNode value) {
    return new Panel(
        TrainedSelection.rateLabel(rate) + " " + Selector.text(value),
        "pick_" + rate.name(),
        value);
  }

  private Chart overRates(List<Double> rates) {
    GridAxis axis = GridAxis.of(rates);
    JsonNode x =
        Json.NODES
            .objectNode()
            .put("field", rate.name())
            .put("type", "quantitative")
            .put("title", TrainedSelection.rateLabel(rate))
            .<ObjectNode>set("scale", axis.scale().set("domain", Json.drawn(ends(rates))))
            .set("axis", axis.ticks());
    return new Chart(
        "rates",
        "Against the learning rate",
        "At the step or time chosen; there is nothing above rates at which all networks diverged."
            + " Look at where training begins to fail, and how far the kernel had moved by then.",
        filters(rate),
        "",
        panes.along(x, Curves.OF_RATES));
  }

  private static List<Double> ends(List<Double> ascending) {
    return List.of(ascending.get(0), ascending.get(ascending.size() - 1));
  }

  private Stream<Chart> kernels() {
    if (!drawn.has("kernel")) {
      return Stream.empty();
    }
    ObjectNode picture = new Template(common, drawn::has).fill("training/kernels");
    return Stream.of(
        new Chart(
            "kernels",
            "The kernel of one network",
            "The first network of each point; examples in the order of their classes, which white"
                + " lines part. Entries are in units of the mean diagonal entry of their kernel, on"
                + " one scale for all pictures; above 1 they are drawn as 1. Look at whether"
                + " squares of a class come out along the diagonal.",
            filters(WhenAxis.WHEN),
            "",
            List.of(Panel.WHOLE.drawing(picture))));
  }

  private Stream<Chart> curves() {
    return Curves.ALL.stream().map(this::curves);
  }

  private Chart curves(Curves curves) {
    return new Chart(
        curves.name(),
        curves.heading(),
        curves.advice(),
        filters(WhenAxis.WHEN),
        "",
        panes.along(along, curves.panes()));
  }

  /** What a chart draws one value of: all that can be chosen but what it shows side by side. */
  private List<String> filters(Column<?>... free) {
    Predicate<String> isFree =
        name -> Stream.of(free).anyMatch(column -> column.name().equals(name));
    return selectors.stream().filter(isFree.negate()).toList();
  }
}
