package org.ntksweep.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Widths;
import org.ntksweep.jobs.report.chart.Chart.Panel;
import org.ntksweep.jobs.report.figure.FigureSize;
import org.ntksweep.jobs.report.figure.Headless;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.template.Themes;

/** Which charts a sweep gets, and that Vega draws each. */
final class ChartsTest {

  @Test
  void everyAxisHasItsChart() {
    assertThat(names(Estimates.everyAxis()))
        .containsExactly(
            "phase-plane",
            "phase-plane-biases",
            "ratio-depth",
            "ratio-depth-to-width",
            "ratio-sigma",
            "trusted-depth",
            "off-diagonal",
            "off-diagonal-ratio",
            "biases",
            "ratio-over-exact",
            "z-scores");
  }

  @Test
  void whatDoesNotVaryHasNone() {
    assertThat(names(Estimates.onePoint()))
        .containsExactly("ratio-depth-to-width", "ratio-over-exact", "z-scores");
  }

  @Test
  void inputDimensionsAreCompared() {
    Rows rows = Estimates.of(Widths.constant(4, 20, 6), Widths.constant(20, 20, 6));
    Charted charted = charted(rows);
    assertThat(charted.charts()).extracting(Chart::name).contains("inputs");
    try (Headless headless = headless(charted)) {
      charted.charts().forEach(chart -> drawsMarks(headless, chart, charted.selection()));
    }
  }

  @Test
  void measurementIsSetAgainstTheoryWhereThereIsTheory() {
    Chart chart =
        charted(Estimates.everyAxis()).charts().stream()
            .filter(c -> c.name().equals("ratio-over-exact"))
            .findFirst()
            .orElseThrow();
    assertThat(chart.panels()).extracting(Panel::title).containsExactly("relu");
    assertThat(chart.followsActivation()).isFalse();
  }

  @Test
  void architecturesAreComparedPanelByPanel() {
    Rows rows = architectures();
    assertThat(names(rows))
        .containsExactly(
            "ratio-depth", "ratio-depth-to-width", "architectures", "ratio-over-exact", "z-scores");
    Chart chart = charted(rows).charts().get(2);
    assertThat(chart.panels())
        .extracting(Panel::title)
        .containsExactly(
            "increasing widths", "decreasing widths", "constant widths", "mixed widths");
  }

  @Test
  void everyPanelDrawsMarks() {
    Charted charted = charted(Estimates.everyAxis());
    try (Headless headless = headless(charted)) {
      charted.charts().forEach(chart -> drawsMarks(headless, chart, charted.selection()));
      Selection tanh = charted.selection().choosing("activation", 1);
      charted.charts().forEach(chart -> drawsMarks(headless, chart, tanh));
    }
  }

  @Test
  void architecturesDrawMarks() {
    Charted charted = charted(architectures());
    try (Headless headless = headless(charted)) {
      drawsMarks(headless, charted.charts().get(2), charted.selection());
    }
  }

  private static Headless headless(Charted charted) {
    return new Headless(charted.json().set("theme", Themes.of("dark")));
  }

  private static void drawsMarks(Headless headless, Chart chart, Selection selection) {
    for (int panel = 0; panel < chart.panels().size(); panel++) {
      String svg = headless.svg(chart, panel, selection.values(), FigureSize.of("400pt", 8));
      assertThat(marks(svg)).as(chart.name() + " " + panel).isPositive();
      assertThat(svg)
          .doesNotContain("NaN")
          .doesNotContain("undefined")
          .doesNotContain("1.7976931348623");
    }
  }

  private static int marks(String svg) {
    Document document = Jsoup.parse(svg, Parser.xmlParser());
    return document
        .select(".mark-rect.role-mark path, .mark-symbol.role-mark path, .mark-line.role-mark path")
        .size();
  }

  private static Rows architectures() {
    return Estimates.of(
        Widths.of(20, 30, 40, 1),
        Widths.of(40, 30, 20, 1),
        Widths.of(30, 30, 30, 1),
        Widths.of(30, 30, 30, 30, 1),
        Widths.of(30, 20, 30, 1));
  }

  private static List<String> names(Rows rows) {
    return charted(rows).charts().stream().map(Chart::name).toList();
  }

  private static Charted charted(Rows rows) {
    return Charted.of(rows);
  }
}
