package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.folder.RunFolder;
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
import org.ntksweep.jobs.report.training.kernel.KernelPictures;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.RunTable;
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

  /** Of one row of kernels. */
  private static final long KERNEL_HEIGHT = 180;

  /** Of all of them. */
  private static final long KERNELS_HEIGHT = 1000;

  private TrainedSweep() {}

  /** The charts of a run. */
  public static Charted of(RunFolder folder, Rows estimates) throws IOException {
    return of(estimates, kernels(folder));
  }

  private static KernelPictures kernels(RunFolder folder) throws IOException {
    RunTable table = RunTable.KERNELS;
    return folder.has(table) ? KernelPictures.of(folder.table(table)) : KernelPictures.none();
  }

  /** What is shown of a table of training estimates. */
  public static Shown shown(Table estimates) throws IOException {
    return Shown.of(estimates.only(TrainedColumns.read()), AXES);
  }

  /** The charts of training estimates and of the kernels kept beside them. */
  public static Charted of(Rows estimates, KernelPictures kernels) {
    Rows drawn = TrainedRows.of(estimates, kernels);
    WhenAxis axis = WhenAxis.of(estimates);
    Selection selection = TrainedSelection.of(drawn, axis.label());
    return new Charted(
        new Drawn(drawn, List.of()),
        selection,
        TrainedCharts.of(drawn, selection.selectors(), blanks(drawn, axis, selection, kernels)),
        facts(estimates));
  }

  private static Map<String, JsonNode> blanks(
      Rows drawn, WhenAxis axis, Selection selection, KernelPictures kernels) {
    Map<String, JsonNode> blanks = CommonBlanks.of(selection, drawn.numbers(LawColumns.SIGMA_W2));
    GridAxis depths = GridAxis.of(drawn.numbers(LawColumns.DEPTH));
    GridAxis weights = GridAxis.of(drawn.numbers(LawColumns.SIGMA_W2));
    blanks.put("sigma_w2_scale", weights.scale());
    blanks.put("plane_sigma_w2_axis", weights.ticks().put("grid", false));
    blanks.put("depth_scale", depths.scale());
    blanks.put("plane_depth_axis", depths.wholeTicks().put("grid", false));
    blanks.put("when_label", Json.of(axis.label()));
    blanks.put("along_training", axis.channel());
    Column<Double> rate = TrainedColumns.rate(drawn);
    blanks.put("rate", Json.of(rate.name()));
    blanks.put("rate_label", Json.of(TrainedSelection.rateLabel(rate)));
    blanks.put("trained_tooltip", Json.parse(Resources.text("chart/trained-tooltip.json")));
    blanks.put("kernel_scale", kernels.scale());
    blanks.put(
        "kernel_height", Json.of(Math.min(KERNELS_HEIGHT, KERNEL_HEIGHT * kernelRows(drawn))));
    return blanks;
  }

  private static long kernelRows(Rows drawn) {
    return Math.max(
        1, drawn.where(row -> row.value("kernel").isPresent()).numbers(LawColumns.SIGMA_W2).size());
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
