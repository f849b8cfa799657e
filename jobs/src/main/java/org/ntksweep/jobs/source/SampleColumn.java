package org.ntksweep.jobs.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of the samples table, in order; none is ever null. */
enum SampleColumn {
  POINT_ID("the point, 16 hexadecimal digits"),
  SAMPLE("the number of the random network, from 0"),
  COSINE("between the two inputs; 1 on the diagonal"),
  THETA("the kernel entry; infinite or zero beyond the range of a double"),
  THETA_W("the part of theta that weights contribute"),
  THETA_B("the part of theta that biases contribute"),
  LOG_ABS_THETA("log |theta|, finite at any depth");

  private final String comment;

  SampleColumn(String comment) {
    this.comment = comment;
  }

  /** The name in the table. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private DataType type() {
    return switch (this) {
      case POINT_ID -> DataTypes.StringType;
      case SAMPLE -> DataTypes.LongType;
      default -> DataTypes.DoubleType;
    };
  }

  /** Whether a value is drawn, and not known before. */
  boolean isDrawn() {
    return switch (this) {
      case POINT_ID, SAMPLE, COSINE -> false;
      default -> true;
    };
  }

  /** Bytes of a value in memory, about. */
  int bytes() {
    return this == POINT_ID ? PointIdColumn.DIGITS + Integer.BYTES : Long.BYTES;
  }

  static Column[] tableColumns() {
    return Arrays.stream(values())
        .map(c -> Column.create(c.label(), c.type(), false, c.comment, null))
        .toArray(Column[]::new);
  }

  static StructType schema(List<SampleColumn> columns) {
    return DataTypes.createStructType(columns.stream().map(SampleColumn::field).toList());
  }

  static List<SampleColumn> of(StructType schema) {
    return Arrays.stream(schema.fieldNames())
        .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private StructField field() {
    return DataTypes.createStructField(label(), type(), false).withComment(comment);
  }
}
