package org.ntksweep.jobs.source.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.util.ArrowUtils;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.jobs.plan.Segment;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.plan.Task;
import org.ntksweep.jobs.source.SparkTest;
import org.ntksweep.jobs.tables.SampleColumns;
import org.ntksweep.jobs.tables.point.SweepPoint;

class SampleReaderTest extends SparkTest {
  private static final AtomicInteger MOST_BATCHES = new AtomicInteger();

  @Test
  void lookingAheadLeavesTheBatchIntact() {
    try (SampleReader reader = reader(List.of(), "samples=10000")) {
      assertThat(reader.next()).isTrue();
      ColumnarBatch batch = reader.get();
      double[] before = thetas(batch);

      assertThat(reader.next()).isTrue();

      assertThat(thetas(batch)).isEqualTo(before);
      assertThat(thetas(reader.get())).isNotEqualTo(before);
    }
  }

  @Test
  void whatSparkClosesIsFilledAgain() {
    try (SampleReader reader = reader(List.of(), "samples=10000")) {
      long rows = 0;
      while (reader.next()) {
        ColumnarBatch batch = reader.get();
        assertThat(batch.getRow(batch.numRows() - 1).getUTF8String(0).numBytes()).isEqualTo(16);
        rows += batch.numRows();
        batch.close();
      }
      assertThat(rows).isEqualTo(8 * 10_000);
    }
  }

  @Test
  void batchesOfSlowSamplesAreShort() {
    try (SampleReader reader =
        reader(List.of(0.5), "grid.width=1000", "grid.depth=100", "cosines=[0.5]")) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.get().numRows()).isBetween(2, 2 * 50);
    }
  }

  @Test
  void aSamplerThatObjectsLeavesNoMemoryBehind() {
    Network law = sweep().points().get(0);
    SweepPoint point =
        new SweepPoint(
            0, law.id(), law, SamplerKind.NORM_CHAIN, VarianceReduction.NONE, 1, Optional.empty());
    Task task = new Task(List.of(new Segment(point, 0, 2)));

    assertThatThrownBy(
            () -> new SampleReader(task, SampleColumns.ALL, 1, List.of(0.5), DenseOptions.DEFAULT))
        .hasMessageContaining("norm_chain");
  }

  @Test
  void theLastBatchOutlivesItsReaderUntilTheSparkTaskEnds() {
    ForeachPartitionFunction<Long> task = ignored -> readPastTheEnd();

    spark.range(0, 1, 1, 1).foreachPartition(task);
  }

  private static void readPastTheEnd() {
    SampleReader reader = reader(List.of(), "samples=5");
    assertThat(reader.next()).isTrue();
    ColumnarBatch batch = reader.get();
    double[] before = thetas(batch);
    assertThat(reader.next()).isFalse();
    reader.close();
    reader.close();

    assertThat(thetas(batch)).isEqualTo(before);
  }

  @Test
  void readersOfOneSparkTaskHoldFewBatches() {
    FilterFunction<Row> count =
        row -> {
          int batches = ArrowUtils.rootAllocator().getChildAllocators().size();
          MOST_BATCHES.accumulateAndGet(batches, Math::max);
          return true;
        };

    read("samples=5000", "execution.task_seconds=0.001").coalesce(1).filter(count).count();

    assertThat(MOST_BATCHES).hasValueBetween(1, 2);
  }

  /** A reader of the whole sweep in one task. */
  private static SampleReader reader(List<Double> cosines, String... overrides) {
    Task task =
        new Task(
            SweepPlan.of(sweep(overrides), 1).tasks().stream()
                .flatMap(part -> part.segments().stream())
                .toList());
    return new SampleReader(task, SampleColumns.ALL, 1, cosines, DenseOptions.DEFAULT);
  }

  private static double[] thetas(ColumnarBatch batch) {
    return batch.column(3).getDoubles(0, batch.numRows());
  }
}
