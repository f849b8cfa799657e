package org.ntksweep.jobs.report.training;

import com.samskivert.mustache.Mustache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.PointTrainingColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** The page of a run that trains its networks: where every point ended, and how it was made. */
public final class TrainingPage {
  /** More lines than anybody reads. */
  private static final int MAX_LINES = 500;

  private TrainingPage() {}

  /**
   * The page as HTML. Its template escapes every text but styles.
   *
   * @param name of the sweep
   * @param provenance how the run was made
   * @param location of its folder, as people name it
   */
  public static String of(
      Trained trained, String name, Map<String, Object> provenance, String location) {
    List<TableRow> shown = trained.last().subList(0, Math.min(MAX_LINES, trained.last().size()));
    Map<String, Object> values = new LinkedHashMap<>(provenance);
    values.put("name", name);
    values.put("points", Text.count(trained.last().size()));
    values.put("networks", Text.count((double) trained.networks()));
    values.put("diverged", Text.count((double) trained.diverged()));
    values.put("stopped", Text.count((double) trained.stopped()));
    values.put("still", Text.count((double) trained.still()));
    values.put("summary", shown.stream().map(TrainingPage::line).toList());
    if (shown.size() < trained.last().size()) {
      values.put("more_lines", Text.count(trained.last().size() - shown.size()));
    }
    values.put("show_command", "deploy/ntk-sweep show " + location + " --format csv");
    values.put("style", Resources.text("page/page.css"));
    return Mustache.compiler().compile(Resources.text("page/training.html")).execute(values);
  }

  private static Map<String, Object> line(TableRow row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("activation", row.text(LawColumns.ACTIVATION));
    cells.put("sigma_b2", Text.number(row, LawColumns.SIGMA_B2));
    cells.put("sigma_w2", Text.number(row, LawColumns.SIGMA_W2));
    cells.put("width", width(row));
    cells.put("depth", row.text(LawColumns.DEPTH));
    cells.put("learning_rate", Text.number(row, PointTrainingColumns.LEARNING_RATE));
    cells.put("alpha", Text.number(row, PointTrainingColumns.ALPHA));
    cells.put("step", step(row));
    cells.put("samples", row.text(TrainingEstimateColumns.SAMPLES));
    cells.put("diverged", row.text(TrainingEstimateColumns.DIVERGED));
    cells.put("loss", mean(row, Quantity.LOSS));
    cells.put("loss_se", Text.error(row, TrainingEstimateColumns.error(Quantity.LOSS)));
    cells.put("predicted_loss", mean(row, Quantity.PREDICTED_LOSS));
    cells.put("lowest_loss", mean(row, Quantity.LOWEST_LOSS));
    cells.put("change", mean(row, Quantity.CHANGE));
    cells.put("change_se", Text.error(row, TrainingEstimateColumns.error(Quantity.CHANGE)));
    return cells;
  }

  private static String mean(TableRow row, Quantity quantity) {
    return Text.number(row, TrainingEstimateColumns.mean(quantity));
  }

  private static String width(TableRow row) {
    String width = row.text(LawColumns.WIDTH);
    return width.isEmpty() ? row.text(LawColumns.WIDTHS) : width;
  }

  /** The step, or the time of a flow. */
  private static String step(TableRow row) {
    return row.value(TrainingEstimateColumns.STEP)
        .map(step -> Text.count((double) step))
        .orElseGet(() -> "time " + Text.number(row, TrainingEstimateColumns.TIME));
  }
}
