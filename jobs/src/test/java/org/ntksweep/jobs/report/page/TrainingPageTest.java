package org.ntksweep.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.training.Trained;
import org.ntksweep.jobs.report.training.TrainingEstimates;
import org.ntksweep.jobs.report.training.chart.TrainedSweep;
import org.ntksweep.jobs.report.training.kernel.KernelPictures;

/** The page of a training sweep as a browser reads it. */
final class TrainingPageTest {
  private static final String HOSTILE = "</script><script>alert(1)</script><img src=x>";

  private final Document page = Jsoup.parse(html(TrainingEstimates.of(0.1, 0.2)));

  private static String html(Rows rows) {
    Map<String, Object> provenance =
        new HashMap<>(
            Map.of(
                "config", HOSTILE,
                "command", HOSTILE,
                "report_command", "",
                "show_command", HOSTILE,
                "facts", List.of()));
    return TrainingPage.of(
        new Trained(TrainingEstimates.last(rows)),
        new Shown(rows, rows.all().size(), List.of()),
        TrainedSweep.of(rows, KernelPictures.none()),
        HOSTILE,
        provenance);
  }

  @Test
  void theVerdictComesFirst() {
    assertThat(page.select("main section").first().id()).isEqualTo("verdict");
    assertThat(page.select("#verdict h2").text())
        .isEqualTo("Kernel theory described training for 24 of 36 networks, at 12 of 18 points");
    assertThat(page.select("#verdict p").eachText().get(0))
        .isEqualTo(
            "By phase: ordered: 6 of 6 points, up to L/M = 1; edge of chaos: 4 of 6 points, up to"
                + " L/M = 0.5; chaotic: 2 of 6 points, up to L/M = 0.25.");
    assertThat(page.select("#verdict p").eachText().get(1))
        .contains("moved by less than 10 %", "within 10 % of the measured one");
    assertThat(page.select(".card h3").eachText())
        .containsExactly("learning rate 0.1", "learning rate 0.2");
    assertThat(page.select(".card").first().select(".finding").eachText())
        .containsExactly(
            "σ_w² = 1: at every depth", "σ_w² = 2: up to L = 4", "σ_w² = 4: up to L = 2");
  }

  @Test
  void everyChartHasItsPlaceAndSentence() {
    assertThat(page.select("section.chart")).hasSize(8);
    for (Element chart : page.select("section.chart")) {
      assertThat(chart.selectXpath("p").text()).isNotEmpty();
      assertThat(chart.select(".panels")).hasSize(1);
    }
    assertThat(page.select("#summary tbody tr")).hasSize(18);
  }

  @Test
  void whatNoChartIsChosenByIsNoChoice() {
    // Without planes and rates every chart shows all steps.
    Rows oneDepth =
        TrainingEstimates.of(0.1).where(row -> row.value("depth").orElseThrow().equals(2));
    assertThat(page.select("select").eachAttr("id")).contains("pick_when");
    assertThat(Jsoup.parse(html(oneDepth)).select("select").eachAttr("id"))
        .containsExactly("pick_sigma_w2");
  }

  @Test
  void namesAreTextAndNothingIsLoaded() {
    assertThat(page.selectXpath("//h1").text()).isEqualTo(HOSTILE);
    assertThat(page.select("img, [src], [href]:not([href^=#])")).isEmpty();
    // The data, three libraries and the page's own.
    assertThat(page.select("script")).hasSize(5);
  }
}
