package org.ntksweep.jobs.run.estimates;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udaf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.KernelEstimator;
import org.ntksweep.core.estimate.SampleSeries;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.run.SparkTest;
import org.ntksweep.jobs.run.Sweeps;

/** The aggregate in Spark against the estimator itself. */
final class KernelEstimatesTest extends SparkTest {
  private static final StructType INPUT =
      new StructType().add("point_id", DataTypes.StringType).merge(KernelEstimates.INPUT, false);
  private static final int SAMPLES = 40;

  private final Sweep sweep = Sweeps.small("samples=40").sweep();

  @Test
  void isTheEstimatorWhateverTheOrderAndThePartitions() {
    List<Row> rows = new ArrayList<>(rows());
    for (int partitions : new int[] {1, 2, 7, 80}) {
      Collections.shuffle(rows, new Random(partitions));
      assertIsExact(estimate(rows, partitions));
    }
  }

  @Test
  void staysExactWhenPointsDoNotFitInMemory() {
    String threshold = "spark.sql.objectHashAggregate.sortBased.fallbackThreshold";
    spark.conf().set(threshold, "1");
    List<Row> rows = new ArrayList<>(rows());
    rows().forEach(row -> rows.add(ofPoint("b", row)));
    rows().forEach(row -> rows.add(ofPoint("c", row)));
    assertIsExact(estimate(rows, 3));
    spark.conf().unset(threshold);
  }

  @Test
  void samplesAtACosineOfAnotherSweepAreAnError() {
    List<Row> rows = List.of(RowFactory.create("a", 0L, 0.25, 1.0, 0.0));
    assertThatThrownBy(() -> estimate(rows, 1))
        .isInstanceOf(SparkException.class)
        .hasStackTraceContaining("samples at cosine 0.25");
  }

  @Test
  void whatIsUndefinedIsNull() {
    List<Row> zeros =
        rows().stream()
            .map(
                r -> RowFactory.create(r.get(0), r.get(1), r.get(2), 0.0, Double.NEGATIVE_INFINITY))
            .toList();
    Row diagonal = estimate(zeros, 1).get(0);
    assertThat(diagonal.<Double>getAs("mean")).isZero();
    assertThat(diagonal.<Double>getAs("ratio")).isNull();
    assertThat(diagonal.<Double>getAs("off_diagonal")).isNull();
  }

  private List<Row> estimate(List<Row> rows, int partitions) {
    EstimateMeter meter = EstimateMeter.in(spark.sparkContext());
    var estimates =
        udaf(KernelEstimates.of(sweep, meter), Encoders.row(KernelEstimates.INPUT))
            .apply(col("sample"), col("cosine"), col("theta"), col("log_abs_theta"));
    return spark
        .createDataFrame(rows, INPUT)
        .repartition(partitions)
        .groupBy("point_id")
        .agg(estimates.as("estimates"))
        .filter("point_id = 'a'")
        .selectExpr("inline(estimates." + KernelEstimates.BY_COSINE + ")")
        .collectAsList();
  }

  private void assertIsExact(List<Row> found) {
    Bootstrap bootstrap =
        new Bootstrap(
            sweep.estimation().bootstrap().replicates(),
            sweep.estimation().bootstrap().confidence(),
            sweep.seed());
    List<KernelEstimate> expected =
        KernelEstimator.of(sweep.estimation().estimator(), bootstrap)
            .estimate(series(1), List.of(series(0.5)));
    assertThat(found).hasSize(2);
    for (int c = 0; c < 2; c++) {
      Row row = found.get(c);
      KernelEstimate estimate = expected.get(c);
      assertThat(row.<Double>getAs("cosine")).isEqualTo(c == 0 ? 1 : 0.5);
      assertThat(row.<Long>getAs("samples")).isEqualTo(SAMPLES);
      assertThat(row.<Double>getAs("mean")).isEqualTo(estimate.mean());
      assertThat(row.<Double>getAs("mean_se")).isEqualTo(estimate.meanSe());
      assertThat(row.<Double>getAs("log_abs_mean")).isEqualTo(estimate.logAbsMean());
      assertThat(row.<Double>getAs("ratio")).isEqualTo(estimate.ratio());
      assertThat(row.<Double>getAs("ratio_se")).isEqualTo(estimate.ratioSe());
      assertThat(row.<Double>getAs("ratio_lo")).isEqualTo(estimate.ratioLo());
      assertThat(row.<Double>getAs("ratio_hi")).isEqualTo(estimate.ratioHi());
      assertThat(row.<Double>getAs("tail_share")).isEqualTo(estimate.tailShare());
      assertThat(row.<Boolean>getAs("underpowered")).isEqualTo(estimate.underpowered());
      assertThat(row.<Double>getAs("off_diagonal")).isEqualTo(estimate.offDiagonal());
      assertThat(row.<Double>getAs("off_diagonal_se")).isEqualTo(estimate.offDiagonalSe());
    }
  }

  private static SampleSeries series(double cosine) {
    double[] theta = IntStream.range(0, SAMPLES).mapToDouble(s -> theta(s, cosine)).toArray();
    double[] logs = IntStream.range(0, SAMPLES).mapToDouble(s -> Math.log(theta[s])).toArray();
    return SampleSeries.of(theta, logs);
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (double cosine : new double[] {1, 0.5}) {
      for (long s = 0; s < SAMPLES; s++) {
        double theta = theta(s, cosine);
        rows.add(RowFactory.create("a", s, cosine, theta, Math.log(theta)));
      }
    }
    return rows;
  }

  private static double theta(long sample, double cosine) {
    return cosine + new Random(sample).nextDouble();
  }

  private static Row ofPoint(String id, Row row) {
    return RowFactory.create(id, row.get(1), row.get(2), row.get(3), row.get(4));
  }
}
