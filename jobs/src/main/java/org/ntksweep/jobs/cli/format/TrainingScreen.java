package org.ntksweep.jobs.cli.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.tables.PointTrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** The tables of networks that are trained, on the screen. */
public final class TrainingScreen {
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
    Stream.of(Quantity.values())
        .map(TrainingColumns::of)
        .map(ScreenColumn::measured)
        .forEach(columns::add);
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
    add(columns, Quantity.LOSS);
    add(columns, Quantity.TEST_LOSS);
    add(columns, Quantity.ACCURACY);
    add(columns, Quantity.TEST_ACCURACY);
    add(columns, Quantity.LOWEST_LOSS);
    add(columns, Quantity.CHANGE);
    add(columns, Quantity.PREDICTED_LOSS);
    add(columns, Quantity.PREDICTED_LOSS_INFINITE);
    return columns;
  }

  /** A mean and its error. */
  private static void add(List<ScreenColumn> columns, Quantity quantity) {
    columns.add(ScreenColumn.measured(TrainingEstimateColumns.mean(quantity)));
    columns.add(ScreenColumn.error(TrainingEstimateColumns.error(quantity)));
  }
}
