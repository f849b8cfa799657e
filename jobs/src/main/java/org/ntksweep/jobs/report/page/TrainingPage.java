package org.ntksweep.jobs.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.chart.Charted;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.training.Described;
import org.ntksweep.jobs.report.training.Trained;
import org.ntksweep.jobs.report.training.Where;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** The page of a run that trains its networks: where every point ended, and how it was made. */
final class TrainingPage {
  /** More lines than anybody reads. */
  private static final int MAX_LINES = 500;

  private static final int MAX_CARDS = 24;

  private TrainingPage() {}

  /**
   * The page as HTML. Its template escapes every text but scripts, styles and JSON.
   *
   * @param shown what its charts draw
   * @param charted these charts
   * @param name of the sweep
   * @param provenance how the run was made, and is looked at
   */
  static String of(
      Trained trained, Shown shown, Charted charted, String name, Map<String, Object> provenance) {
    Map<String, Object> values = new LinkedHashMap<>(provenance);
    values.put("name", name);
    values.put("points", Text.count(trained.last().size()));
    values.put("networks", Text.count((double) trained.networks()));
    values.put("diverged", Text.count((double) trained.diverged()));
    values.put("stopped", Text.count((double) trained.stopped()));
    if (!shown.note().isEmpty()) {
      values.put("shown", shown.note());
    }
    verdict(trained, values);
    summary(trained, values);
    return PageParts.html("training.html", charted, values);
  }

  private static void verdict(Trained trained, Map<String, Object> values) {
    values.put("headline", trained.headline());
    values.put("phases", trained.phases());
    values.put("criterion", trained.criterion());
    List<Where> where = trained.where();
    values.put("where", where.stream().limit(MAX_CARDS).map(TrainingPage::card).toList());
    if (where.size() > MAX_CARDS) {
      values.put("more_cards", Text.count(where.size() - MAX_CARDS));
    }
  }

  private static Map<String, Object> card(Where where) {
    return Map.of(
        "subject",
        symbols(where.subject().isEmpty() ? "All networks" : where.subject()),
        "places",
        List.of(where.answer("σ_w²").split("; ")),
        "points",
        Text.count(where.points()),
        "described",
        Text.count((double) where.described()),
        "share",
        Text.digits(100.0 * where.described() / where.points(), 3),
        "rest",
        Text.digits(100.0 - 100.0 * where.described() / where.points(), 3));
  }

  private static String symbols(String text) {
    return text.replace("sigma_b2", "σ_b²").replace("n_0", "n₀").replace("alpha", "α");
  }

  private static void summary(Trained trained, Map<String, Object> values) {
    List<TableRow> lines = trained.last().subList(0, Math.min(MAX_LINES, trained.last().size()));
    values.put("summary", lines.stream().map(TrainingPage::line).toList());
    if (lines.size() < trained.last().size()) {
      values.put("more_lines", Text.count(trained.last().size() - lines.size()));
    }
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
    cells.put("described", Described.holds(row) ? "yes" : "no");
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
