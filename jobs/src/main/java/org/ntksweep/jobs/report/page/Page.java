package org.ntksweep.jobs.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ntksweep.core.theory.meanfield.Phase;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Charted;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.report.template.Themes;
import org.ntksweep.jobs.report.verdict.Finding;
import org.ntksweep.jobs.tables.EstimateColumns;

/** The page as HTML. Its template escapes every text but scripts, styles and JSON. */
final class Page {
  private static final List<String> LIBRARIES = List.of("vega", "vega-lite", "vega-embed");

  private final Shown shown;
  private final Rows diagonal;
  private final Charted charted;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Page(Shown estimates) {
    shown = estimates;
    diagonal = estimates.rows().diagonal();
    charted = Charted.of(estimates.rows());
  }

  /**
   * The page of a run.
   *
   * @param config its sweep file
   * @param location of its folder, as people name it
   */
  static String of(Shown estimates, Manifest manifest, String config, String location) {
    return new Page(estimates).html(manifest, config, location);
  }

  private String html(Manifest manifest, String config, String location) {
    headline(manifest);
    verdicts();
    summary(location);
    values.put("selectors", open().map(Page::selector).toList());
    values.put("charts", charted.charts().stream().map(Page::section).toList());
    values.putAll(Provenance.of(manifest, config, location));
    values.put("style", Resources.text("page/page.css"));
    values.put("libraries", LIBRARIES.stream().map(Resources::script).map(Page::inline).toList());
    values.put(
        "scripts", Stream.of("chart/charts.js", "page/page.js").map(Resources::text).toList());
    values.put("data", Json.text(data()));
    return Mustache.compiler().compile(Resources.text("page/page.html")).execute(values);
  }

  private void headline(Manifest manifest) {
    values.put("name", manifest.text("name"));
    values.put("points", Text.count(manifest.number("points")));
    values.put("samples", Text.count(manifest.number("samples_per_point")));
    values.put("networks", Text.count(manifest.number("samples")));
    values.put("estimates", Text.count(charted.drawn().estimates().all().size()));
  }

  private void verdicts() {
    if (!shown.note().isEmpty()) {
      values.put("shown", shown.note());
    }
    List<Finding> findings = Finding.of(diagonal);
    values.put("verdict", Sentences.of(diagonal, findings));
    values.put(
        "phases",
        Stream.of(Phase.values())
            .flatMap(phase -> Sentences.of(phase, diagonal, findings).stream())
            .toList());
  }

  private void summary(String location) {
    List<Map<String, Object>> lines = Summary.lines(diagonal);
    values.put("summary", lines.subList(0, Math.min(lines.size(), Summary.MAX_LINES)));
    if (lines.size() > Summary.MAX_LINES) {
      values.put("more_lines", Text.count(lines.size() - Summary.MAX_LINES));
    }
    int unresolved =
        charted
            .drawn()
            .estimates()
            .where(row -> !(row.number(EstimateColumns.RATIO) > 0))
            .all()
            .size();
    if (unresolved > 0) {
      values.put("unresolved", Text.count(unresolved));
    }
    values.put("show_command", "deploy/ntk-sweep show " + location + " --format csv");
  }

  private Stream<Selector> open() {
    return charted.selection().selectors().stream().filter(Selector::isOpen);
  }

  private static Map<String, Object> selector(Selector selector) {
    List<Map<String, Object>> options =
        Stream.iterate(0, i -> i < selector.values().size(), i -> i + 1)
            .map(
                i ->
                    Map.<String, Object>of(
                        "position",
                        i,
                        "text",
                        Selector.text(selector.values().get(i)),
                        "chosen",
                        i == selector.chosen()))
            .toList();
    return Map.of("id", selector.parameter(), "label", selector.label(), "options", options);
  }

  private static Map<String, Object> section(Chart chart) {
    return Map.of("id", chart.name(), "heading", chart.heading(), "advice", chart.advice());
  }

  private JsonNode data() {
    return charted.json().set("themes", Themes.all());
  }

  /** A script that cannot end its element early, whatever its strings hold. */
  private static String inline(String script) {
    return script
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--")
        .replaceAll("(?m)^//# sourceMappingURL=.*$", "");
  }
}
