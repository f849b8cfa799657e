package org.ntksweep.jobs.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ntksweep.core.theory.meanfield.Phase;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.report.chart.Charted;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.verdict.Finding;
import org.ntksweep.jobs.tables.EstimateColumns;

/** The page as HTML. Its template escapes every text but scripts, styles and JSON. */
final class Page {
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
   * @param location of its folder, as people name it in commands
   */
  static String of(Shown estimates, Manifest manifest, String config, String location) {
    return new Page(estimates).html(manifest, config, location);
  }

  private String html(Manifest manifest, String config, String location) {
    headline(manifest);
    verdicts();
    summary();
    values.putAll(Provenance.of(manifest, config, location));
    return PageParts.html("page.html", charted, values);
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

  private void summary() {
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
  }
}
