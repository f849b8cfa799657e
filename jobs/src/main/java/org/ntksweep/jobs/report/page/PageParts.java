package org.ntksweep.jobs.report.page;

import com.samskivert.mustache.Mustache;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Charted;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.report.template.Themes;

/** What every page has: its style, its charts and what chooses among them, and their scripts. */
final class PageParts {
  /** Whether a choice changes any chart. */
  private static boolean isHeard(Selector selector, List<Chart> charts) {
    return charts.stream()
        .anyMatch(
            chart ->
                chart.filters().contains(selector.name())
                    || chart.panels().stream()
                        .map(panel -> panel.specification().path("layer").toString())
                        .anyMatch(layer -> layer.contains(selector.parameter())));
  }

  private static final List<String> LIBRARIES = List.of("vega", "vega-lite", "vega-embed");

  private PageParts() {}

  /** A page of some charts, from its template and what it says beside them. */
  static String html(String template, Charted charted, Map<String, Object> values) {
    values.put(
        "selectors",
        charted.selection().selectors().stream()
            .filter(selector -> selector.isOpen() && isHeard(selector, charted.charts()))
            .map(PageParts::selector)
            .toList());
    values.put("charts", charted.charts().stream().map(PageParts::section).toList());
    values.put("style", Resources.text("page/page.css"));
    values.put(
        "libraries", LIBRARIES.stream().map(Resources::script).map(PageParts::inline).toList());
    values.put(
        "scripts", Stream.of("chart/charts.js", "page/page.js").map(Resources::text).toList());
    values.put("data", Json.text(charted.json().set("themes", Themes.all())));
    return Mustache.compiler()
        .withLoader(part -> new StringReader(Resources.text("page/" + part + ".html")))
        .compile(Resources.text("page/" + template))
        .execute(values);
  }

  private static Map<String, Object> selector(Selector selector) {
    List<Map<String, Object>> options =
        IntStream.range(0, selector.values().size())
            .mapToObj(
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

  /** A script that cannot end its element early, whatever its strings hold. */
  private static String inline(String script) {
    return script
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--")
        .replaceAll("(?m)^//# sourceMappingURL=.*$", "");
  }
}
