package org.ntksweep.jobs.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.chart.Chart.Panel;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.WidthProfile;

/** The charts that apply to a sweep, in the order they are read. */
final class Charts {
  private static final String CHOSEN = "chosen";
  private static final String OFF_DIAGONAL = "off_diagonal";
  private static final String NONE = "none";

  private final ChartRows rows;
  private final ZScores zScores;
  private final Template template;

  private Charts(ChartRows rows, ZScores zScores, Template template) {
    this.rows = rows;
    this.zScores = zScores;
    this.template = template;
  }

  static List<Chart> of(ChartRows rows, ZScores zScores, Selection selection) {
    Template template = new Template(Blanks.of(rows, zScores, selection), rows::has);
    Charts charts = new Charts(rows, zScores, template);
    return Stream.<Function<Charts, Optional<Chart>>>of(
            Charts::phasePlane,
            Charts::phasePlaneOverBiases,
            Charts::ratioOverDepth,
            Charts::ratioOverDepthToWidth,
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
        varies("sigma_w2") && varies("depth") && rows.has("width"),
        "phase-plane",
        "The phase plane",
        "Blue: the kernel may be taken for its mean. Red: its standard deviation exceeds its mean. "
            + "A white stripe marks underpowered estimates. Look at how red begins at the edge of"
            + " chaos and spreads with depth.",
        CHOSEN,
        whole());
  }

  private Optional<Chart> phasePlaneOverBiases() {
    return chart(
        varies("sigma_w2") && varies("sigma_b2") && rows.has("width"),
        "phase-plane-biases",
        "The phase plane over the biases",
        "The largest depth of each width; dashed, the edge of chaos χ₁ = 1. Look at whether red"
            + " follows the edge of chaos as the bias variance grows. A white stripe marks"
            + " underpowered estimates.",
        CHOSEN,
        whole());
  }

  private Optional<Chart> ratioOverDepth() {
    return chart(
        varies("depth") && rows.has("width"),
        "ratio-depth",
        "Dispersion against depth",
        "Points are measured, with their bootstrap interval; the solid line is exact at this width."
            + " Below the dotted line at 1.1 the infinite-width kernel stands for the random one.",
        CHOSEN,
        whole());
  }

  private Optional<Chart> ratioOverDepthToWidth() {
    return chart(
        rows.has("width"),
        "ratio-depth-to-width",
        "Dispersion against depth over width",
        "Every width, the chosen one strong. In the chaotic phase and on its edge, widths fall on"
            + " one curve: L/M decides. Compare the limit with the published one (dashed).",
        CHOSEN,
        whole());
  }

  private Optional<Chart> offDiagonal() {
    return chart(
        rows.has("off_diagonal") && varies("cosine") && rows.has("width"),
        "off-diagonal",
        "Two inputs: the mean",
        "Entry of two inputs over that of one. Tending to 1, the kernel forgets which input it saw"
            + " (order); staying below, it tells inputs apart.",
        OFF_DIAGONAL,
        cosines());
  }

  private Optional<Chart> offDiagonalRatio() {
    return chart(
        varies("cosine") && rows.has("width"),
        "off-diagonal-ratio",
        "Two inputs: the dispersion",
        "The same ratio for entries of two inputs. Look at whether they scatter like the diagonal.",
        OFF_DIAGONAL,
        cosines());
  }

  private Optional<Chart> biases() {
    return chart(
        varies("sigma_b2") && rows.has("width"),
        "biases",
        "Dependence on the biases",
        "The largest depth of the chosen width. Flat curves say that biases do not matter.",
        CHOSEN,
        whole());
  }

  private Optional<Chart> inputs() {
    return chart(
        varies("input"),
        "inputs",
        "Dependence on the input dimension",
        "The largest depth of the chosen width. Flat curves say that the dimension does not matter;"
            + " on ReLU's edge of chaos it does.",
        CHOSEN,
        whole());
  }

  private Optional<Chart> architectures() {
    List<String> found = rows.texts("architecture");
    return chart(
        !found.equals(List.of(WidthProfile.CONSTANT.label())),
        "architectures",
        "Architectures",
        "Networks whose widths grow, stay or shrink from the input to the last hidden layer.",
        CHOSEN,
        found.stream()
            .map(kind -> new Panel(kind + " widths", "pick_architecture", Json.of(kind)))
            .toList());
  }

  private Optional<Chart> ratioOverExact() {
    return chart(
        rows.has("exact_ratio") && rows.has("width"),
        "ratio-over-exact",
        "Measurement over exact theory",
        "Measured ratios in units of the exact one at this width, with their bootstrap intervals:"
            + " they should be about the line at 1, and off the published values (dashed) where"
            + " these are wrong. What lies beyond 2 is drawn at 2.",
        CHOSEN,
        activations());
  }

  private Optional<Chart> deviations() {
    return chart(
        !zScores.isEmpty(),
        "z-scores",
        "Measurement against exact theory",
        zScores.verdict(),
        NONE,
        zScores.statistics().stream()
            .map(s -> new Panel("the " + s, "pick_statistic", Json.of(s)))
            .toList());
  }

  private Optional<Chart> chart(
      boolean applies,
      String name,
      String heading,
      String advice,
      String drawn,
      List<Panel> panels) {
    return applies
        ? Optional.of(new Chart(name, heading, advice, template.fill(name), drawn, panels))
        : Optional.empty();
  }

  private boolean varies(String column) {
    return rows.numbers(column).size() > 1;
  }

  private static List<Panel> whole() {
    return List.of(Panel.WHOLE);
  }

  /** One for each activation of which exact ratios are known; it need not be chosen. */
  private List<Panel> activations() {
    if (rows.texts("activation").size() == 1) {
      return whole();
    }
    Rows exact = rows.rows().where(row -> row.number("exact_ratio").isPresent());
    return exact.texts("activation").stream()
        .map(label -> new Panel(label, Panel.ACTIVATION, Json.of(label)))
        .toList();
  }

  private List<Panel> cosines() {
    List<Panel> panels = new ArrayList<>();
    for (double cosine : rows.numbers("cosine")) {
      if (cosine != 1) {
        panels.add(
            0,
            new Panel(
                "cosine " + Selector.text(Json.drawn(cosine)), "pick_cosine", Json.drawn(cosine)));
      }
    }
    return panels;
  }
}
