package org.ntksweep.jobs.report.training.chart;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.point.PointColumns;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** The columns of the training estimates that are drawn, or chosen by. */
final class TrainedColumns {
  /** What there are curves of, with intervals. */
  static final List<Quantity> CURVES = Curves.quantities();

  /** What tells curves of the same picture, or of another, apart; all but {@code sigma_w2}. */
  static final List<Column<?>> CHOSEN =
      List.of(
          LawColumns.ACTIVATION,
          LawColumns.SIGMA_B2,
          LawColumns.WIDTH,
          LawColumns.DEPTH,
          LawColumns.OUTPUTS,
          PointTrainingColumns.LEARNING_RATE,
          PointTrainingColumns.OF_STABLE,
          PointTrainingColumns.ALPHA);

  private static final List<Column<?>> OF_THE_LAW =
      List.of(
          LawColumns.SIGMA_W2,
          LawColumns.WIDTHS,
          LawColumns.INPUT_DIM,
          LawColumns.PARAMETRIZATION,
          LawColumns.INITIALIZATION,
          LawColumns.INPUT_NORM2,
          LawColumns.TRAINABLE);

  private static final List<Column<?>> OF_THE_STEP =
      List.of(
          PointColumns.POINT_ID,
          TrainingEstimateColumns.STEP,
          TrainingEstimateColumns.TIME,
          TrainingEstimateColumns.SAMPLES,
          TrainingEstimateColumns.DIVERGED,
          PointTrainingColumns.METHOD,
          PointTrainingColumns.EXAMPLES);

  private TrainedColumns() {}

  /** The names of all that has to be read. */
  static List<String> read() {
    List<String> names = new ArrayList<>();
    List.of(CHOSEN, OF_THE_LAW, OF_THE_STEP)
        .forEach(columns -> columns.forEach(column -> names.add(column.name())));
    CURVES.forEach(q -> names.addAll(List.of(q.label(), q.label() + "_lo", q.label() + "_hi")));
    return names;
  }

  /** The learning rate as the sweep varies it: a share of the stable one where all are. */
  static Column<Double> rate(Rows rows) {
    boolean shares =
        rows.all().stream().allMatch(r -> r.value(PointTrainingColumns.OF_STABLE).isPresent());
    return shares ? PointTrainingColumns.OF_STABLE : PointTrainingColumns.LEARNING_RATE;
  }
}
