package org.ntksweep.jobs.tables;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of the tables, in order. A column that may be null says so. */
public final class Schemas {

  private static final StructType LAW =
      new StructType()
          .add("point_id", StringType, false)
          .add("activation", StringType, false)
          .add("sigma_w2", DoubleType, false)
          .add("sigma_b2", DoubleType, false)
          .add("depth", IntegerType, false)
          .add("width", IntegerType)
          .add("widths", createArrayType(IntegerType, false), false)
          .add("input_dim", IntegerType, false)
          .add("parametrization", StringType, false)
          .add("depth_to_width", DoubleType)
          .add("sampler", StringType, false);

  private static final StructType INITIALIZATION =
      new StructType().add("initialization", StringType, false);

  /** One network law; {@code width} is null if hidden widths differ or there is none. */
  public static final StructType POINTS = concat(LAW, INITIALIZATION);

  /** One kernel entry of one random network. */
  public static final StructType SAMPLES =
      new StructType()
          .add("point_id", StringType, false)
          .add("sample", LongType, false)
          .add("cosine", DoubleType, false)
          .add("theta", DoubleType, false)
          .add("theta_w", DoubleType, false)
          .add("theta_b", DoubleType, false)
          .add("log_abs_theta", DoubleType, false);

  /** What theory says of one point and cosine, or null where it says nothing. */
  public static final StructType THEORY =
      new StructType()
          .add("exact_mean", DoubleType)
          .add("exact_ratio", DoubleType)
          .add("infinite_width_mean", DoubleType)
          .add("chi_1", DoubleType)
          .add("phase", StringType)
          .add("limit_ratio", DoubleType)
          .add("published_limit_ratio", DoubleType)
          .add("published_ratio", DoubleType);

  /** One point and cosine: the point, what its samples say, what theory says. */
  public static final StructType ESTIMATES =
      concat(
          LAW,
          new StructType()
              .add("cosine", DoubleType, false)
              .add("samples", LongType, false)
              .add("mean", DoubleType)
              .add("mean_se", DoubleType)
              .add("ratio", DoubleType)
              .add("ratio_se", DoubleType)
              .add("ratio_lo", DoubleType)
              .add("ratio_hi", DoubleType)
              .add("estimator", StringType, false)
              .add("tail_share", DoubleType)
              .add("underpowered", BooleanType, false)
              .add("off_diagonal", DoubleType)
              .add("off_diagonal_se", DoubleType),
          THEORY,
          new StructType()
              .add("z_mean", DoubleType)
              .add("z_ratio", DoubleType)
              .add("log_abs_mean", DoubleType)
              .add("target_reached", BooleanType),
          INITIALIZATION);

  private Schemas() {}

  /** The columns of several schemas, one after another. */
  public static StructType concat(StructType... parts) {
    return new StructType(
        Arrays.stream(parts).flatMap(p -> Stream.of(p.fields())).toArray(StructField[]::new));
  }
}
