package org.ntksweep.jobs.run.estimates;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.estimate.KernelEstimate;

/** Estimates as rows, before theory stands beside them. */
final class EstimateRows {
  static final StructType SCHEMA =
      new StructType()
          .add("cosine", DoubleType, false)
          .add("samples", LongType, false)
          .add("mean", DoubleType)
          .add("mean_se", DoubleType)
          .add("log_abs_mean", DoubleType)
          .add("ratio", DoubleType)
          .add("ratio_se", DoubleType)
          .add("ratio_lo", DoubleType)
          .add("ratio_hi", DoubleType)
          .add("tail_share", DoubleType)
          .add("underpowered", BooleanType, false)
          .add("off_diagonal", DoubleType)
          .add("off_diagonal_se", DoubleType);

  private EstimateRows() {}

  /** A row for every cosine, in order. */
  static List<Row> of(List<KernelEstimate> estimates, double[] cosines) {
    return IntStream.range(0, cosines.length)
        .mapToObj(c -> row(cosines[c], estimates.get(c)))
        .toList();
  }

  private static Row row(double cosine, KernelEstimate estimate) {
    return RowFactory.create(
        cosine,
        estimate.samples(),
        known(estimate.mean()),
        known(estimate.meanSe()),
        known(estimate.logAbsMean()),
        known(estimate.ratio()),
        known(estimate.ratioSe()),
        known(estimate.ratioLo()),
        known(estimate.ratioHi()),
        known(estimate.tailShare()),
        estimate.underpowered(),
        known(estimate.offDiagonal()),
        known(estimate.offDiagonalSe()));
  }

  /** What is undefined is null in a table. */
  private static Double known(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }
}
