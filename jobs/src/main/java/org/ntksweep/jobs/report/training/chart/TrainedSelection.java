package org.ntksweep.jobs.report.training.chart;

import java.util.List;
import org.ntksweep.jobs.report.chart.Selection;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.chart.Selector.Opening;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;

/** What there is to choose of a training sweep: the end of training and every curve at first. */
final class TrainedSelection {
  private TrainedSelection() {}

  static Selection of(Rows drawn, String whenLabel) {
    Column<Double> rate = TrainedColumns.rate(drawn);
    return new Selection(
        List.of(
            Selector.ofTexts(drawn, LawColumns.ACTIVATION, "activation"),
            Selector.ofNumbers(drawn, LawColumns.SIGMA_B2, "σ_b²", Opening.FIRST),
            Selector.ofNumbers(drawn, LawColumns.WIDTH, "width M", Opening.LAST),
            Selector.ofNumbers(drawn, LawColumns.OUTPUTS, "outputs", Opening.FIRST),
            Selector.ofNumbers(drawn, rate, rateLabel(rate), Opening.FIRST),
            Selector.ofNumbers(drawn, PointTrainingColumns.ALPHA, "α", Opening.FIRST),
            Selector.ofNumbers(drawn, WhenAxis.WHEN, whenLabel, Opening.LAST),
            Selector.ofNumbers(drawn, LawColumns.DEPTH, "depth L", Opening.LAST),
            Selector.ofNumbers(drawn, LawColumns.SIGMA_W2, "σ_w²", Opening.ALL)));
  }

  /** What a rate is called; its last word stands before values. */
  static String rateLabel(Column<Double> rate) {
    return rate.equals(PointTrainingColumns.OF_STABLE) ? "rate/stable" : "learning rate";
  }
}
