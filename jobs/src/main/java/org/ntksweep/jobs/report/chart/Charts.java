package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.chart.Chart.Panel;
import org.ntksweep.jobs.report.chart.data.ChartColumns;
import org.ntksweep.jobs.report.chart.data.ChartRows;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.WidthProfile;
import org.ntksweep.jobs.report.template.Template;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TheoryColumns;

/** The charts that apply to a sweep, in the order they are read. */
final class Charts {
  private static final String PLANE =
      "Blue: the kernel may be taken for its mean. Red: its standard deviation exceeds its mean.";

  private final ChartRows rows;
  private final ZScores zScores;
  private final Template template;
  private final List<String> selectors;

  private Charts(ChartRows rows, ZScores zScores, Template template, List<String> selectors) {
    this.rows = rows;
    this.zScores = zScores;
    this.template = template;
    this.selectors = selectors;
  }

  static List<Chart> of(ChartRows rows, ZScores zScores, Selection selection) {
    Template template = new Template(Blanks.of(rows, zScores, selection), rows::has);
    Charts charts =
        new Charts(
            rows, zScores, template, selection.selectors().stream().map(Selector::name).toList());
    return Stream.<Function<Charts, Optional<Chart>>>of(
            Charts::phasePlane,
            Charts::phasePlaneOverBiases,
            Charts::ratioOverDepth,
            Charts::ratioOverDepthToWidth,
            Charts::ratioOverSigma,
            Charts::trustedDepth,
            Charts::mean,
            Charts::offDiagonal,
            Charts::offDiagonalRatio,
            Charts::biases,
            Charts::inputs,
            Charts::architectures,
            Charts::ratioOverExact,
            Charts::deviations)
        .flatMap(chart -> chart.apply(charts).stream())
        .toList();
  }

  private Optional<Chart> phasePlane() {
    return chart(
        varies(LawColumns.SIGMA_W2) && varies(LawColumns.DEPTH) && rows.has(LawColumns.WIDTH),
        "phase-plane",
        "The phase plane",
        PLANE
            + (rows.has(TheoryColumns.EXACT_RATIO) ? " A dot marks exact values." : "")
            + stripe()
            + " Look at how red begins at the edge of chaos and spreads with depth.",
        filters(LawColumns.SIGMA_W2),
        "",
        whole());
  }

  /** What a white stripe is, where one is drawn. */
  private String stripe() {
    boolean isDrawn = rows.rows().all().stream().anyMatch(row -> row.holds(ChartColumns.UNCERTAIN));
    return isDrawn ? " A white stripe marks underpowered estimates, which are too small." : "";
  }

  private Optional<Chart> phasePlaneOverBiases() {
    return chart(
        varies(LawColumns.SIGMA_W2) && varies(LawColumns.SIGMA_B2) && rows.has(LawColumns.WIDTH),
        "phase-plane-biases",
        "The phase plane over the biases",
        "The largest depth of each width; dashed, the edge of chaos χ₁ = 1. Look at whether red"
            + " follows the edge of chaos as the bias variance grows."
            + stripe(),
        filters(LawColumns.SIGMA_W2, LawColumns.SIGMA_B2),
        "sigma_b2",
        whole());
  }

  private Optional<Chart> ratioOverDepth() {
    return chart(
        varies(LawColumns.DEPTH) && rows.has(LawColumns.WIDTH),
        "ratio-depth",
        "Dispersion against depth",
        "Points are measured, with their bootstrap interval"
            + (rows.has(TheoryColumns.EXACT_RATIO) ? "; the solid line is exact at this width" : "")
            + ". Below the dotted line at 1.1 the infinite-width kernel stands for the random one.",
        filters(),
        "depth",
        whole());
  }

  private Optional<Chart> ratioOverDepthToWidth() {
    return chart(
        rows.has(LawColumns.WIDTH),
        "ratio-depth-to-width",
        "Dispersion against depth over width",
        (varies(LawColumns.WIDTH) ? "Every width, the chosen one strong. In" : "In")
            + " the chaotic phase and on its edge, networks of all widths fall on one curve: L/M"
            + " decides."
            + (rows.has(TheoryColumns.PUBLISHED_LIMIT_RATIO)
                ? " Compare the limit with the published one (dashed)."
                : ""),
        filters(LawColumns.WIDTH),
        "depth",
        whole());
  }

  private Optional<Chart> ratioOverSigma() {
    return chart(
        varies(LawColumns.SIGMA_W2) && rows.has(LawColumns.WIDTH),
        "ratio-sigma",
        "Dispersion against the weight variance",
        "Some depths of the chosen width; dashed, the edge of chaos. Look at the largest σ_w² that"
            + " keeps a depth below the dotted line at 1.1.",
        filters(LawColumns.SIGMA_W2),
        "sigma_w2",
        whole());
  }

  private Optional<Chart> trustedDepth() {
    return chart(
        rows.hasReaches(),
        "trusted-depth",
        "How deep, at which weight variance",
        "The largest depth up to which the ratio stays at or below a bound, "
            + (rows.has(TheoryColumns.EXACT_RATIO) ? "exact where it is known" : "as measured")
            + ". Read upwards for the depth that a σ_w² allows, across for the largest σ_w² of a"
            + " depth. Dashed, the edge of chaos.",
        filters(LawColumns.SIGMA_W2),
        "reach",
        whole());
  }

  private Optional<Chart> mean() {
    return chart(
        rows.has(ChartColumns.MEAN_SHIFT) && rows.has(LawColumns.WIDTH),
        "mean",
        "The mean against infinite width",
        "Mean entry of the chosen width in units of the infinite-width kernel. Off the line at 1,"
            + " infinite width has the mean wrong as well.",
        filters(),
        "",
        whole());
  }

  private Optional<Chart> offDiagonal() {
    return chart(
        rows.has(EstimateColumns.OFF_DIAGONAL)
            && varies(EstimateColumns.COSINE)
            && rows.has(LawColumns.WIDTH),
        "off-diagonal",
        "Two inputs: the mean",
        "Entry of two inputs over that of one. Tending to 1, the kernel forgets which input it saw"
            + " (order); staying below, it tells inputs apart.",
        filters(),
        "depth",
        cosines(EstimateColumns.OFF_DIAGONAL));
  }

  private Optional<Chart> offDiagonalRatio() {
    return chart(
        varies(EstimateColumns.COSINE) && rows.has(LawColumns.WIDTH),
        "off-diagonal-ratio",
        "Two inputs: the dispersion",
        "The same ratio for entries of two inputs. Look at whether they scatter like the diagonal.",
        filters(),
        "",
        cosines(EstimateColumns.RATIO));
  }

  private Optional<Chart> biases() {
    return chart(
        varies(LawColumns.SIGMA_B2) && rows.has(LawColumns.WIDTH),
        "biases",
        "Dependence on the biases",
        "The largest depth of the chosen width. Flat curves say that biases do not matter.",
        filters(LawColumns.SIGMA_B2),
        "",
        whole());
  }

  private Optional<Chart> inputs() {
    return chart(
        varies(ChartColumns.INPUT),
        "inputs",
        "Dependence on the input dimension",
        "The largest depth of the chosen width. Flat curves say that the dimension does not matter;"
            + " on ReLU's edge of chaos it does.",
        filters(ChartColumns.INPUT),
        "",
        whole());
  }

  private Optional<Chart> architectures() {
    List<String> found = rows.texts(ChartColumns.ARCHITECTURE);
    return chart(
        !found.equals(List.of(WidthProfile.CONSTANT.label())),
        "architectures",
        "Architectures",
        "Networks whose widths grow, stay or shrink from the input to the last hidden layer.",
        Stream.concat(
                filters(LawColumns.WIDTH, ChartColumns.INPUT).stream(),
                Stream.of(ChartColumns.ARCHITECTURE.name()))
            .toList(),
        "",
        found.stream()
            .map(kind -> new Panel(kind + " widths", "pick_architecture", Json.of(kind)))
            .toList());
  }

  private Optional<Chart> ratioOverExact() {
    return chart(
        rows.has(TheoryColumns.EXACT_RATIO) && rows.has(LawColumns.WIDTH),
        "ratio-over-exact",
        "Measurement over exact theory",
        "Measured ratios in units of the exact one at this width, with their bootstrap intervals:"
            + " they should be about the line at 1, and off the published values (dashed) where"
            + " these are wrong. What lies beyond 2 is drawn at 2.",
        filters(),
        "depth",
        activations());
  }

  private Optional<Chart> deviations() {
    return chart(
        !zScores.isEmpty(),
        "z-scores",
        "Measurement against exact theory",
        zScores.verdict(),
        List.of(),
        "",
        zScores.statistics().stream()
            .map(s -> new Panel("the " + s, "pick_statistic", Json.of(s)))
            .toList());
  }

  private Optional<Chart> chart(
      boolean applies,
      String name,
      String heading,
      String advice,
      List<String> filters,
      String along,
      List<Panel> panels) {
    if (!applies || panels.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode drawn = template.fill(name);
    return Optional.of(
        new Chart(
            name,
            heading,
            advice,
            filters,
            along,
            panels.stream().map(panel -> panel.drawing(drawn)).toList()));
  }

  /** What a chart draws one value of: all that can be chosen but what it shows side by side. */
  private List<String> filters(Column<?>... free) {
    List<String> names = Stream.of(free).map(Column::name).toList();
    return selectors.stream().filter(name -> !names.contains(name)).toList();
  }

  private boolean varies(Column<? extends Number> column) {
    return rows.numbers(column).size() > 1;
  }

  private static List<Panel> whole() {
    return List.of(Panel.WHOLE);
  }

  /** One for each activation of which exact ratios are known; it need not be chosen. */
  private List<Panel> activations() {
    if (rows.texts(LawColumns.ACTIVATION).size() == 1) {
      return whole();
    }
    Rows exact = rows.rows().where(row -> row.value(TheoryColumns.EXACT_RATIO).isPresent());
    return exact.texts(LawColumns.ACTIVATION).stream()
        .map(label -> new Panel(label, Panel.ACTIVATION, Json.of(label)))
        .toList();
  }

  /** One for each cosine at which there is something to draw. */
  private List<Panel> cosines(Column<Double> column) {
    List<Panel> panels = new ArrayList<>();
    for (double cosine : rows.numbers(EstimateColumns.COSINE)) {
      Rows some = rows.rows().where(row -> row.number(EstimateColumns.COSINE) == cosine);
      if (cosine != 1 && some.has(column)) {
        panels.add(
            0,
            new Panel(
                "cosine " + Selector.text(Json.drawn(cosine)), "pick_cosine", Json.drawn(cosine)));
      }
    }
    return panels;
  }
}
