package org.ntksweep.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.report.chart.Estimates;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.rows.ThinnedAxis;
import org.ntksweep.jobs.tables.LawColumns;

/** The page as a browser reads it. */
final class PageTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><!-- \"'&{{{data}}} <img src=x onerror=alert(1)>";

  @TempDir private Path temp;
  private String html = "";
  private Document page = new Document("");

  @BeforeEach
  void write() throws IOException {
    html = Page.of(all(Estimates.everyAxis()), manifest(), "name: a # " + HOSTILE, HOSTILE);
    page = Jsoup.parse(html);
  }

  private static Shown all(Rows rows) {
    return new Shown(rows, rows.all().size(), List.of());
  }

  private Manifest manifest() throws IOException {
    JsonNode manifest =
        Json.NODES
            .objectNode()
            .put("name", HOSTILE)
            .put("command", HOSTILE)
            .put("master", HOSTILE)
            .put("points", 48)
            .put("samples_per_point", 500)
            .put("samples", 24_000);
    Files.writeString(temp.resolve("manifest.json"), manifest.toString());
    return RunFolder.at(temp.toString(), RunFolder.configuration()).manifest();
  }

  @Test
  void namesAreTextAndNothingElse() {
    assertThat(page.selectXpath("//h1").text()).contains("<img src=x", "</script>");
    assertThat(page.select("img, iframe, object, link, [onerror]")).isEmpty();
    assertThat(page.select("#provenance pre").last().text()).contains(HOSTILE);
    assertThat(page.select("#provenance pre").first().text()).contains(HOSTILE);
    // The data, three libraries and the page's own.
    assertThat(page.select("script")).hasSize(5);
  }

  @Test
  void saysWhatItLeavesOut() throws IOException {
    assertThat(page.text()).doesNotContain("Too many to draw");
    ThinnedAxis axis = new ThinnedAxis(LawColumns.DEPTH);
    Rows rows = Estimates.everyAxis();
    rows.all().forEach(axis::add);
    axis.thin();
    Shown some = new Shown(rows, 1_000_000, List.of(axis));
    assertThat(Jsoup.parse(Page.of(some, manifest(), "name: a", "a")).text())
        .contains("144 of 1,000,000 estimates, those of every 2nd value of depth");
  }

  @Test
  void nothingIsLoadedFromAnywhere() {
    assertThat(page.select("[src], [href]:not([href^=#])")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
  }

  @Test
  void itReadsWithoutEyes() {
    assertThat(page.selectXpath("/html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).isNotEmpty();
    assertThat(page.select("h1")).hasSize(1);
    for (Element section : page.select("section")) {
      assertThat(section.selectXpath("h2").attr("id")).isEqualTo(section.attr("aria-labelledby"));
    }
    for (Element select : page.select("select")) {
      assertThat(page.select("label[for=" + select.id() + "]").text()).isNotEmpty();
    }
    // Two activations, three weight variances, two bias variances, two widths.
    assertThat(page.select("#summary tbody tr")).hasSize(24);
  }

  @Test
  void whatHasSeveralValuesCanBeChosen() {
    assertThat(page.select("select").eachAttr("id"))
        .containsExactly(
            "pick_activation", "pick_sigma_b2", "pick_width", "pick_cosine", "pick_sigma_w2");
    assertThat(page.select("#pick_width option").eachText()).containsExactly("20", "40");
    assertThat(page.select("#pick_width option[selected]").text()).isEqualTo("40");
    assertThat(page.select("#pick_sigma_w2 option").eachText())
        .containsExactly("all", "1", "2", "3");
  }

  @Test
  void everyChartHasItsPlaceAndSentence() {
    JsonNode data = Json.parse(page.select("#page-data").first().data());
    // The estimates, and the points of theory between them.
    assertThat(data.path("length").asInt()).isGreaterThan(144);
    assertThat(data.path("charts")).hasSize(11);
    for (JsonNode chart : data.path("charts")) {
      Element section = page.getElementById(chart.path("name").asText());
      assertThat(section.selectXpath("p").text()).isNotEmpty();
      assertThat(section.select(".panels")).hasSize(1);
    }
  }

  @Test
  void theVerdictComesFirst() {
    assertThat(page.select("main section").first().id()).isEqualTo("verdict");
    assertThat(page.select("#verdict h2").text())
        .startsWith("Infinite-width theory holds in the ordered phase");
    assertThat(page.select("#verdict .warning").text()).contains("underpowered");
    assertThat(page.select(".card h3").eachText())
        .containsExactly("Ordered, χ₁ < 1", "Edge of chaos, χ₁ = 1", "Chaotic, χ₁ > 1");
  }

  @Test
  void commandsAreAsAShellReadsThem() throws IOException {
    String location = "my runs/it's a";
    String text = Jsoup.parse(Page.of(all(Estimates.onePoint()), manifest(), "", location)).text();
    assertThat(text)
        .contains("deploy/ntk-sweep show 'my runs/it'\\''s a' --format csv")
        .contains("deploy/ntk-sweep report 'my runs/it'\\''s a'");
  }

  @Test
  void aSweepOfOnePointHasAPageToo() throws IOException {
    Document small = Jsoup.parse(Page.of(all(Estimates.onePoint()), manifest(), "name: a", "a"));
    assertThat(small.select("form.selectors")).isEmpty();
    assertThat(small.select("#verdict h2").text())
        .isEqualTo("Infinite-width theory holds in the ordered phase up to L/M = 0.1.");
    assertThat(small.select("section.chart")).hasSize(3);
  }
}
