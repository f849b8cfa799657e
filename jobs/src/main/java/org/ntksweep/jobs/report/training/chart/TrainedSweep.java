package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.report.chart.Charted;
import org.ntksweep.jobs.report.chart.CommonBlanks;
import org.ntksweep.jobs.report.chart.Selection;
import org.ntksweep.jobs.report.chart.data.Drawn;
import org.ntksweep.jobs.report.chart.data.GridAxis;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** A training sweep as charts. */
public final class TrainedSweep {
  private static final List<Column<? extends Number>> AXES =
      List.of(
          LawColumns.SIGMA_W2,
          LawColumns.SIGMA_B2,
          LawColumns.DEPTH,
          LawColumns.WIDTH,
          TrainingEstimateColumns.STEP);

  private TrainedSweep() {}

  /** What is shown of a table of training estimates. */
  public static Shown shown(Table estimates) throws IOException {
    return Shown.of(estimates.only(TrainedColumns.read()), AXES);
  }

  /** The charts of training estimates. */
  public static Charted of(Rows estimates) {
    Rows drawn = TrainedRows.of(estimates);
    WhenAxis axis = WhenAxis.of(estimates);
    Selection selection = TrainedSelection.of(drawn, axis.label());
    return new Charted(
        new Drawn(drawn, List.of()),
        selection,
        TrainedCharts.of(drawn, selection.selectors(), blanks(drawn, axis, selection)),
        facts(estimates));
  }

  private static Map<String, JsonNode> blanks(Rows drawn, WhenAxis axis, Selection selection) {
    Map<String, JsonNode> blanks = CommonBlanks.of(selection, drawn.numbers(LawColumns.SIGMA_W2));
    GridAxis depths = GridAxis.of(drawn.numbers(LawColumns.DEPTH));
    blanks.put("sigma_w2_scale", GridAxis.of(drawn.numbers(LawColumns.SIGMA_W2)).scale());
    blanks.put("depth_scale", depths.scale());
    blanks.put("plane_depth_axis", depths.wholeTicks().put("grid", false));
    blanks.put("when_label", Json.of(axis.label()));
    blanks.put("when_scale", axis.scale());
    blanks.put("when_axis", axis.axis());
    blanks.put("trained_tooltip", Json.parse(Resources.text("chart/trained-tooltip.json")));
    return blanks;
  }

  /** What all networks have in common and captions have to say. */
  private static List<String> facts(Rows estimates) {
    TableRow first = estimates.all().get(0);
    List<String> facts = new ArrayList<>();
    facts.add(first.text(PointTrainingColumns.METHOD).replace('_', ' '));
    facts.add(Text.counted(Long.parseLong(first.text(PointTrainingColumns.EXAMPLES)), "example"));
    List<Double> samples = estimates.numbers(TrainingEstimateColumns.SAMPLES);
    facts.add(Text.counted(samples.get(samples.size() - 1).longValue(), "network"));
    return facts;
  }
}
