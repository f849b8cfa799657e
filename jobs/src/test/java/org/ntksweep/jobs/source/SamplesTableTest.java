package org.ntksweep.jobs.source;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.jobs.config.Drawing;
import org.ntksweep.jobs.config.Sweep;

class SamplesTableTest extends SparkTest {

  /** Rows compare doubles by their bits: equal means bit for bit. */
  @ParameterizedTest
  @ValueSource(strings = {"cosines=[0.5, -0.25]", "cosines=[]"})
  void rowsAreWhatTheSamplersDraw(String cosines) {
    assertThat(read(cosines).collectAsList()).isEqualTo(drawn(sweep(cosines)));
  }

  @Test
  void rowsDoNotDependOnTheTasks() {
    List<Row> few = read("samples=5000", "execution.task_seconds=100").collectAsList();
    Dataset<Row> many = read("samples=5000", "execution.task_seconds=0.001");

    assertThat(many.rdd().getNumPartitions()).isGreaterThan(50);
    assertThat(many.collectAsList()).isEqualTo(few);
  }

  @Test
  void onlyTheColumnsAQueryNeedsAreRead() {
    Dataset<Row> query = read().groupBy("point_id").sum("theta");

    assertThat(executedPlan(query).toString())
        .containsPattern("BatchScan ntk.test\\[point_id#\\d+, theta#\\d+\\]");
    assertThat(query.collectAsList()).hasSize(8);
  }

  @Test
  void columnsComeInTheOrderAskedFor() {
    assertThat(read().select("theta_b", "sample", "point_id").collectAsList())
        .isEqualTo(
            drawn(sweep()).stream()
                .map(row -> RowFactory.create(row.get(5), row.get(1), row.get(0)))
                .toList());
  }

  @Test
  void rowsAreCountedWithoutAnyColumn() {
    assertThat(read("samples=100000").count()).isEqualTo(8L * 100_000 * 3);
  }

  @Test
  void aScanKnowsItsSize() {
    var statistics =
        ((org.apache.spark.sql.classic.Dataset<Row>) read())
            .queryExecution()
            .optimizedPlan()
            .stats();

    assertThat(statistics.rowCount().get().toLong()).isEqualTo(8 * 50 * 3);
    assertThat(statistics.sizeInBytes().toLong()).isEqualTo(8 * 50 * 3 * (20 + 7 * 8));
  }

  @Test
  void stringsOutliveTheirBatch() {
    List<String> points = sweep().points().stream().map(point -> point.id().toString()).toList();

    Row row =
        read("samples=20000")
            .coalesce(1)
            .selectExpr("first(point_id)", "last(point_id)", "max(point_id)")
            .head();

    assertThat(row)
        .isEqualTo(
            RowFactory.create(
                points.get(0), points.get(points.size() - 1), Collections.max(points)));
  }

  @Test
  void aQueryMayStopEarly() {
    Dataset<Row> rows = read("samples=100000");

    assertThat(rows.limit(5).collectAsList()).isEqualTo(drawn(sweep()).subList(0, 5));
  }

  @Test
  void aTaskMayFail() {
    Dataset<Row> rows = read("samples=20000").where("assert_true(sample < 15000) IS NULL");

    assertThatThrownBy(() -> rows.write().format("noop").mode("overwrite").save())
        .hasMessageContaining("sample < 15000");
  }

  @Test
  void manyTasksMayShareOneSparkTask() {
    Dataset<Row> tasks = read("samples=5000", "execution.task_seconds=0.001");

    assertThat(tasks.coalesce(1).collectAsList()).isEqualTo(tasks.collectAsList());
  }

  @Test
  void aTableMayBeJoinedWithItself() {
    Dataset<Row> rows = read().where(col("cosine").equalTo(1));

    assertThat(rows.join(rows, new String[] {"point_id", "sample"}).count()).isEqualTo(8 * 50);
  }

  private static List<Row> drawn(Sweep sweep) {
    Inputs inputs = sweep.inputs(sweep.points().get(0));
    KernelMatrix kernel = new KernelMatrix(inputs.count());
    List<Row> rows = new ArrayList<>();
    for (Network point : sweep.points()) {
      Drawing drawing = sweep.drawings().of(point);
      KernelSampler sampler = drawing.sampler().of(point, inputs, drawing.reduction());
      for (long sample = 0; sample < sweep.sampling().samples(); sample++) {
        sampler.sample(sweep.seed(), sample, kernel);
        for (int j = 0; j < inputs.count(); j++) {
          rows.add(
              row(point, sample, j == 0 ? 1.0 : sweep.sampling().cosines().get(j - 1), kernel, j));
        }
      }
    }
    return rows;
  }

  private static Row row(Network point, long sample, double cosine, KernelMatrix kernel, int j) {
    return RowFactory.create(
        point.id().toString(),
        sample,
        cosine,
        kernel.theta(0, j),
        kernel.thetaWeight(0, j),
        kernel.thetaBias(0, j),
        kernel.logAbsTheta(0, j),
        kernel.logWeight());
  }
}
