package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ntksweep.jobs.report.chart.data.ChartRows;
import org.ntksweep.jobs.report.chart.data.Drawn;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.LawColumns;

/**
 * A sweep as charts.
 *
 * @param drawn the rows they draw
 * @param selection what can be chosen
 * @param charts those that apply
 * @param facts what captions say of all of them
 */
public record Charted(Drawn drawn, Selection selection, List<Chart> charts, List<String> facts) {

  /** Copies the lists. */
  public Charted {
    charts = List.copyOf(charts);
    facts = List.copyOf(facts);
  }

  /** The charts of networks at initialization. */
  public static Charted of(Rows estimates) {
    ChartRows rows = ChartRows.of(estimates);
    Selection selection = Selection.of(rows);
    return new Charted(
        rows.drawn(),
        selection,
        Charts.of(rows, ZScores.of(estimates), selection),
        Facts.of(estimates));
  }

  /** The same with another value of a selector chosen. */
  public Charted choosing(String name, int position) {
    return new Charted(drawn, selection.choosing(name, position), charts, facts);
  }

  /** What the scripts read. */
  public ObjectNode json() {
    ObjectNode data = Json.NODES.objectNode();
    data.set("columns", drawn.json());
    data.put("length", drawn.length());
    data.set("selection", selection.values());
    data.set("selectors", Json.of(selection.selectors().stream().map(Selector::json).toList()));
    data.set("curves", Json.drawn(drawn.estimates().numbers(LawColumns.SIGMA_W2)));
    data.set("facts", Json.of(facts));
    data.putArray("charts").addAll(charts.stream().map(Chart::json).toList());
    return data;
  }
}
