package org.ntksweep.jobs.run.training;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Columns;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.training.TrainingColumns;

/** Rows of the training table as Spark has them. */
final class TrainedRows {
  private TrainedRows() {}

  /** What a row is about, under the columns of its table. */
  static <S> Row row(Columns<S> columns, S about) {
    return RowFactory.create(values(columns, about));
  }

  /** Its values. */
  static <S> Object[] values(Columns<S> columns, S about) {
    return Arrays.stream(columns.values(about)).map(Schemas::value).toArray();
  }

  /** The point a row is of. */
  static String pointId(Row row) {
    return row.getAs(TrainingColumns.POINT_ID.name());
  }

  /** The network a row is of. */
  static long sample(Row row) {
    return row.getAs(TrainingColumns.SAMPLE.name());
  }

  /** What was seen, without the kernel. */
  static TrainingRecord record(Row row) {
    int step = row.fieldIndex(TrainingColumns.STEP.name());
    TrainingRecord record =
        new TrainingRecord(
            row.isNullAt(step) ? TrainingRecord.NO_STEP : row.getLong(step),
            number(row, TrainingColumns.TIME));
    for (Quantity quantity : Quantity.values()) {
      record.set(quantity, number(row, TrainingColumns.of(quantity)));
    }
    Optional.<String>ofNullable(row.getAs(TrainingColumns.STOPPED.name()))
        .flatMap(StopRule.Reason::of)
        .ifPresent(record::setStopped);
    return record;
  }

  private static double number(Row row, Column<Double> column) {
    Double value = row.getAs(column.name());
    return value == null ? Double.NaN : value;
  }
}
