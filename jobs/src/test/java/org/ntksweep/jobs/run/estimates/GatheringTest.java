package org.ntksweep.jobs.run.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.KernelEstimator;
import org.ntksweep.core.estimate.SampleSeries;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.run.SparkTest;
import org.ntksweep.jobs.run.Sweeps;
import org.ntksweep.jobs.tables.SampleColumns;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** Estimates of gathered samples against the estimator itself. */
final class GatheringTest extends SparkTest {
  private static final int SAMPLES = 40;

  private final Sweep sweep = Sweeps.small("samples=40").sweep();
  private final List<SweepPoint> points = Points.of(sweep).all();

  @Test
  void areThoseOfTheEstimatorWhateverTheOrderAndThePartitions() {
    List<Row> rows = new ArrayList<>(rows(0));
    rows.addAll(rows(2));
    for (int partitions : new int[] {1, 2, 7, 80}) {
      Collections.shuffle(rows, new Random(partitions));
      Map<Integer, String> found = estimate(rows, partitions, 0, 2);
      assertThat(found.keySet()).containsExactlyInAnyOrder(0, 2);
      assertThat(found.values()).allSatisfy(e -> assertThat(e).isEqualTo(expected().toString()));
    }
  }

  @Test
  void pointsNotAskedForArePassedOver() {
    List<Row> rows = new ArrayList<>(rows(0));
    rows.addAll(rows(3).subList(0, 7));
    rows.add(row("0123456789abcdef", 0, 1, 1));
    assertThat(estimate(rows, 3, 0)).containsOnlyKeys(0);
  }

  @Test
  void samplesAtACosineOfAnotherSweepAreAnError() {
    List<Row> rows = List.of(row(points.get(0).key(), 0, 0.25, 1));
    assertThatThrownBy(() -> estimate(rows, 1, 0))
        .isInstanceOf(SparkException.class)
        .hasStackTraceContaining("samples at cosine 0.25");
  }

  @Test
  void aPointThatLacksSamplesIsAnError() {
    List<Row> rows = rows(0).stream().filter(row -> row.getLong(1) != 7).toList();
    assertThatThrownBy(() -> estimate(rows, 2, 0))
        .isInstanceOf(SparkException.class)
        .hasStackTraceContaining("39 samples, expected 40");
  }

  @Test
  void samplesTravel() throws Exception {
    PointSamples samples = new PointSamples(2);
    for (Row row : rows(0)) {
      samples.add(row.getDouble(2) == 1 ? 0 : 1, internal(row));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(samples);
    }
    PointSamples read =
        (PointSamples)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertThat(read.estimates(KernelEstimator.of(sweep.estimation()))).isEqualTo(expected());
  }

  private Map<Integer, String> estimate(List<Row> rows, int partitions, Integer... positions) {
    Map<Integer, Long> wanted = new HashMap<>();
    List.of(positions).forEach(position -> wanted.put(position, (long) SAMPLES));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Gathering gathering =
        new Gathering(
            context.broadcast(Points.of(sweep)),
            context.broadcast(new WantedSamples(wanted)),
            sweep.estimation(),
            EstimateMeter.in(spark.sparkContext()));
    return gathering
        .of(
            spark.createDataFrame(rows, Schemas.of(SampleColumns.ALL)).repartition(partitions),
            positions.length)
        .mapValues(List::toString)
        .collectAsMap();
  }

  private List<KernelEstimate> expected() {
    return estimator(List.of(series(1), series(0.5)));
  }

  private List<KernelEstimate> estimator(List<SampleSeries> series) {
    return KernelEstimator.of(sweep.estimation().estimator(), sweep.estimation().bootstrap())
        .estimate(series.get(0), series.subList(1, series.size()));
  }

  private static SampleSeries series(double cosine) {
    double[] theta = IntStream.range(0, SAMPLES).mapToDouble(s -> theta(s, cosine)).toArray();
    double[] logs = IntStream.range(0, SAMPLES).mapToDouble(s -> Math.log(theta[s])).toArray();
    return SampleSeries.of(theta, logs);
  }

  private List<Row> rows(int position) {
    List<Row> rows = new ArrayList<>();
    for (double cosine : new double[] {1, 0.5}) {
      for (long s = 0; s < SAMPLES; s++) {
        rows.add(row(points.get(position).key(), s, cosine, theta(s, cosine)));
      }
    }
    return rows;
  }

  /** The columns that are read of samples. */
  private static InternalRow internal(Row row) {
    return new GenericInternalRow(
        new Object[] {row.get(0), row.get(1), row.get(2), row.get(3), row.get(6), row.get(7)});
  }

  private static Row row(String id, long sample, double cosine, double theta) {
    return RowFactory.create(id, sample, cosine, theta, 0.0, 0.0, Math.log(theta), 0.0);
  }

  private static double theta(long sample, double cosine) {
    return cosine + new Random(sample).nextDouble();
  }
}
