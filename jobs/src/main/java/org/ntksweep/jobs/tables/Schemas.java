package org.ntksweep.jobs.tables;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns as Spark's schemas. */
public final class Schemas {
  private Schemas() {}

  /** A schema of these columns, in order. */
  public static StructType of(List<? extends Column<?>> columns) {
    return DataTypes.createStructType(columns.stream().map(Schemas::field).toList());
  }

  private static StructField field(Column<?> column) {
    return DataTypes.createStructField(column.name(), type(column.type()), column.isNullable())
        .withComment(column.meaning());
  }

  /** A value as Spark's rows hold it. */
  public static Object value(Object value) {
    return value instanceof List<?> list ? list.toArray() : value;
  }

  /** The type of a column in Spark. */
  public static DataType type(ColumnType type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case INTEGER -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case INTEGERS -> DataTypes.createArrayType(DataTypes.IntegerType, false);
      case DOUBLES -> DataTypes.createArrayType(DataTypes.DoubleType, false);
    };
  }
}
