package org.ntksweep.jobs.cli.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** The tables of networks that are trained, on the screen. */
public final class TrainingScreen {
  /** What a line has room for; csv and json have all. */
  private static final List<Quantity> SHOWN =
      List.of(
          Quantity.LOSS,
          Quantity.TEST_LOSS,
          Quantity.ACCURACY,
          Quantity.TEST_ACCURACY,
          Quantity.LOWEST_LOSS,
          Quantity.CHANGE,
          Quantity.PREDICTED_LOSS,
          Quantity.PREDICTED_LOSS_INFINITE);

  private TrainingScreen() {}

  /** One network and step a line. */
  public static List<ScreenColumn> networks() {
    List<ScreenColumn> columns = new ArrayList<>();
    Stream.of(
            TrainingColumns.POINT_ID,
            TrainingColumns.SAMPLE,
            TrainingColumns.STEP,
            TrainingColumns.TIME)
        .map(ScreenColumn::chosen)
        .forEach(columns::add);
    SHOWN.stream().map(TrainingColumns::of).map(ScreenColumn::measured).forEach(columns::add);
    columns.add(ScreenColumn.chosen(TrainingColumns.STOPPED));
    return columns;
  }

  /** One point and step a line. */
  public static List<ScreenColumn> estimates() {
    List<ScreenColumn> columns = new ArrayList<>(ScreenColumn.law());
    Stream.of(
            PointTrainingColumns.LEARNING_RATE,
            PointTrainingColumns.OF_STABLE,
            PointTrainingColumns.ALPHA,
            TrainingEstimateColumns.STEP,
            TrainingEstimateColumns.TIME,
            TrainingEstimateColumns.SAMPLES,
            TrainingEstimateColumns.STOPPED,
            TrainingEstimateColumns.DIVERGED)
        .map(ScreenColumn::chosen)
        .forEach(columns::add);
    SHOWN.forEach(quantity -> add(columns, quantity));
    return columns;
  }

  /** A mean and its error. */
  private static void add(List<ScreenColumn> columns, Quantity quantity) {
    columns.add(ScreenColumn.measured(TrainingEstimateColumns.mean(quantity)));
    columns.add(ScreenColumn.error(TrainingEstimateColumns.error(quantity)));
  }
}
