package org.ntksweep.jobs.run.estimates;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.SampleColumns;

/** The columns of the samples that estimates are made of, read as they pass, without a copy. */
final class SampleRow {
  private static final List<Column<?>> COLUMNS =
      List.of(
          SampleColumns.POINT_ID,
          SampleColumns.SAMPLE,
          SampleColumns.COSINE,
          SampleColumns.THETA,
          SampleColumns.LOG_ABS_THETA,
          SampleColumns.LOG_WEIGHT);

  private SampleRow() {}

  /** The columns of a table of samples that are read here. */
  static Dataset<Row> of(Dataset<Row> samples) {
    return samples.select(
        COLUMNS.stream()
            .map(column -> functions.col(column.name()))
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  static UTF8String pointId(InternalRow row) {
    return row.getUTF8String(0);
  }

  static long sample(InternalRow row) {
    return row.getLong(1);
  }

  static double cosine(InternalRow row) {
    return row.getDouble(2);
  }

  static double theta(InternalRow row) {
    return row.getDouble(3);
  }

  static double logAbsTheta(InternalRow row) {
    return row.getDouble(4);
  }

  static double logWeight(InternalRow row) {
    return row.getDouble(5);
  }
}
