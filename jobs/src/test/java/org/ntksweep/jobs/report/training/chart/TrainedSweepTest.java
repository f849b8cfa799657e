package org.ntksweep.jobs.report.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Charted;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.figure.FigureSize;
import org.ntksweep.jobs.report.figure.Headless;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.template.Themes;
import org.ntksweep.jobs.report.training.TrainingEstimates;
import org.ntksweep.jobs.report.training.kernel.KernelPictures;
import org.ntksweep.jobs.tables.TableRow;

/** Which charts a training sweep gets, and that Vega draws each. */
final class TrainedSweepTest {
  private final Rows rows = TrainingEstimates.of(0.1, 0.2);
  private final Charted charted = TrainedSweep.of(rows, TrainingEstimates.kernels(rows));

  @Test
  void everyQuantityHasItsChart() {
    assertThat(charted.charts())
        .extracting(Chart::name)
        .containsExactly(
            "change-plane",
            "prediction-plane",
            "lowest-loss-plane",
            "loss",
            "learning-rates",
            "rates",
            "kernels",
            "change",
            "kernel-cosine");
  }

  @Test
  void whatDoesNotVaryHasNone() {
    Rows one =
        TrainingEstimates.of(0.1)
            .where(row -> row.value("depth").orElseThrow().equals(2))
            .where(row -> row.value("sigma_w2").orElseThrow().equals(1.0));
    assertThat(TrainedSweep.of(one, KernelPictures.none()).charts())
        .extracting(Chart::name)
        .containsExactly("loss", "change", "kernel-cosine");
  }

  @Test
  void everyPanelDrawsMarks() {
    try (Headless headless = new Headless(charted.json().set("theme", Themes.of("dark")))) {
      for (Chart chart : charted.charts()) {
        for (int panel = 0; panel < chart.panels().size(); panel++) {
          String svg =
              headless.svg(chart, panel, charted.selection().values(), FigureSize.of("400pt", 8));
          assertThat(marks(svg)).as(chart.name() + " " + panel).isGreaterThanOrEqualTo(6);
          assertThat(svg).doesNotContain("NaN").doesNotContain("undefined");
        }
      }
    }
  }

  /** Nine cells of a plane, three curves of two points or more, or as many pictures. */
  private static int marks(String svg) {
    return Jsoup.parse(svg, Parser.xmlParser())
        .select(".mark-rect.role-mark path, .mark-symbol.role-mark path, .mark-image image")
        .size();
  }

  @Test
  void theEndOfTrainingIsChosenAtFirst() {
    assertThat(charted.selection().selectors().stream().filter(Selector::isOpen))
        .extracting(Selector::name)
        .containsExactly("learning_rate", "when", "depth", "sigma_w2");
    Selector when = charted.selection().selector("when");
    assertThat(when.label()).isEqualTo("step");
    assertThat(Selector.text(when.value())).isEqualTo("100");
  }

  @Test
  void stepZeroHasAPlaceAmongFactors() {
    assertThat(values("place")).contains(0.1, 1.0, 10.0, 100.0).doesNotContain(0.0);
  }

  @Test
  void intervalsLeaveRoomForWhatWasMeasured() {
    // Losses are from 1/101 to 1, and their intervals would be from below 0.
    assertThat(values("loss_lo")).allMatch(low -> low >= 0.5 / 101 && low <= 1);
    assertThat(values("loss_hi")).allMatch(high -> high <= 2);
  }

  @Test
  void axesSuitWhatWasMeasured() {
    // Losses are from 1/101 to 1; a decade below them, predictions leave the picture.
    List<TableRow> rows =
        TrainingEstimates.of(0.1).all().stream()
            .map(row -> TrainingEstimates.with(row, "predicted_loss", 1e-12))
            .toList();
    Charted charts = TrainedSweep.of(new Rows(rows), KernelPictures.none());
    Chart loss = charts.charts().stream().filter(c -> c.name().equals("loss")).findFirst().get();
    try (Headless headless = new Headless(charts.json().set("theme", Themes.of("light")))) {
      String svg = headless.svg(loss, 0, charts.selection().values(), FigureSize.of("400pt", 8));
      assertThat(Jsoup.parse(svg, Parser.xmlParser()).select(".role-axis-label text").eachText())
          .contains("1", "0.1", "0.01")
          .noneMatch(label -> label.startsWith("1e-"));
      // What was measured, and what infinite width predicts.
      assertThat(marks(svg)).isEqualTo(2 * 3 * 4);
    }
  }

  @Test
  void lossesThatRunAwayAreNotDrawn() {
    Rows rows = TrainingEstimates.of(0.1);
    List<TableRow> away =
        rows.all().stream()
            .map(
                row ->
                    row.value("step").orElseThrow().equals(100L)
                        ? TrainingEstimates.with(row, "loss", 1e160)
                        : row)
            .toList();
    Charted charts = TrainedSweep.of(new Rows(away), KernelPictures.none());
    assertThat(numbers(charts, "loss")).isNotEmpty().allMatch(loss -> loss <= 1);
    assertThat(numbers(charts, "loss_hi")).allMatch(high -> high <= 2);
  }

  @Test
  void networksOnTheEdgeOfChaosKnowIt() {
    assertThat(values("edge")).containsOnly(2.0);
  }

  @Test
  void sharesOfTheStableRateAreRates() {
    List<TableRow> rows =
        TrainingEstimates.of(0.1, 0.2).all().stream()
            .map(
                row ->
                    TrainingEstimates.with(
                        row, "of_stable", (double) row.value("learning_rate").orElseThrow() * 5))
            .toList();
    Selector rate =
        TrainedSweep.of(new Rows(rows), KernelPictures.none()).selection().selector("of_stable");
    assertThat(rate.values()).extracting(Selector::text).containsExactly("0.5", "1");
  }

  private List<Double> values(String column) {
    return numbers(charted, column);
  }

  private static List<Double> numbers(Charted charted, String column) {
    return charted.drawn().estimates().all().stream()
        .flatMap(row -> row.value(column).stream())
        .map(x -> (Double) x)
        .toList();
  }
}
