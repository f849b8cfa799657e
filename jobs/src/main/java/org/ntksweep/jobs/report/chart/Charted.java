package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;

/**
 * A sweep as charts.
 *
 * @param rows what they draw
 * @param selection what can be chosen
 * @param charts those that apply
 */
public record Charted(ChartRows rows, Selection selection, List<Chart> charts) {

  /** Copies the list. */
  public Charted {
    charts = List.copyOf(charts);
  }

  public static Charted of(Rows estimates) {
    ChartRows rows = ChartRows.of(estimates);
    Selection selection = Selection.of(rows);
    return new Charted(rows, selection, Charts.of(rows, ZScores.of(estimates), selection));
  }

  /** What can be chosen of estimates. */
  public static Selection selectionOf(Rows estimates) {
    return Selection.of(ChartRows.of(estimates));
  }

  /** What the scripts read. */
  public ObjectNode json() {
    ObjectNode data = Json.NODES.objectNode();
    data.set("columns", rows.json());
    data.put("length", rows.length());
    data.set("selection", selection.values());
    ObjectNode choices = data.putObject("choices");
    selection.selectors().forEach(s -> choices.set(s.parameter(), Json.of(s.values())));
    data.putArray("charts").addAll(charts.stream().map(Chart::json).toList());
    return data;
  }
}
