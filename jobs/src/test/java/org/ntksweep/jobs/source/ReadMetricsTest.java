package org.ntksweep.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.source.metrics.PredictedWorkMetric;
import org.ntksweep.jobs.source.metrics.SamplerTimeMetric;
import org.ntksweep.jobs.source.metrics.SamplesMetric;
import org.ntksweep.jobs.source.metrics.ThroughputMetric;
import scala.jdk.javaapi.CollectionConverters;

class ReadMetricsTest extends SparkTest {
  private static final String[] SPLIT = {"samples=5000", "execution.task_seconds=0.01"};
  private static final Set<String> OURS =
      Set.of(SamplesMetric.DESCRIPTION, PredictedWorkMetric.DESCRIPTION);

  @Test
  void thePlanCountsSamplesAndTheirTime() {
    Dataset<Row> rows = read(SPLIT);
    rows.collectAsList();

    Map<String, Long> metrics = metrics(rows);

    assertThat(metrics).containsEntry(SamplesMetric.NAME, 8 * 5000L);
    assertThat(metrics.get(SamplerTimeMetric.NAME)).isPositive();
    assertThat(metrics.get(ThroughputMetric.NAME)).isPositive();
    assertThat((double) metrics.get(PredictedWorkMetric.NAME)).isCloseTo(planned(), within(1e3));
  }

  @Test
  void readersThatShareASparkTaskAreAddedUp() {
    Dataset<Row> rows = read(SPLIT);
    Dataset<Row> coalesced = rows.coalesce(1);
    coalesced.collectAsList();

    Map<String, Long> metrics = metrics(coalesced);

    double rate = 1e9 * metrics.get(SamplesMetric.NAME) / metrics.get(SamplerTimeMetric.NAME);
    assertThat(metrics).containsEntry(SamplesMetric.NAME, 8 * 5000L);
    assertThat((double) metrics.get(ThroughputMetric.NAME)).isCloseTo(rate, within(1.0));
  }

  @Test
  void countingRowsDrawsNothing() {
    Dataset<Row> keys = read().select("point_id", "sample");
    keys.collectAsList();

    assertThat(metrics(keys)).containsEntry(SamplesMetric.NAME, 0L);
  }

  @Test
  void aListenerSeesTheWorkOfEveryTask() throws Exception {
    Map<String, Long> work = new ConcurrentHashMap<>();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            CollectionConverters.asJava(end.taskInfo().accumulables())
                .forEach(info -> add(info, work));
          }
        };
    spark.sparkContext().addSparkListener(listener);

    read(SPLIT).write().format("noop").mode("overwrite").save();
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().removeSparkListener(listener);

    assertThat(work).containsEntry(SamplesMetric.DESCRIPTION, 8 * 5000L);
    assertThat((double) work.get(PredictedWorkMetric.DESCRIPTION))
        .isCloseTo(planned(), within(1e3));
  }

  @Test
  void metricsAreReadable() {
    assertThat(new SamplesMetric().aggregateTaskMetrics(new long[] {1000, 234})).isEqualTo("1,234");
    assertThat(new SamplerTimeMetric().aggregateTaskMetrics(new long[] {90_000_000_000L}))
        .isEqualTo("1.5 min");
    assertThat(
            new PredictedWorkMetric()
                .aggregateTaskMetrics(new long[] {3_000_000_000L, 500_000_000, 7_200_000_000_000L}))
        .isEqualTo("2.0 h (min, med, max: 500 ms, 3.0 s, 2.0 h)");
    assertThat(new ThroughputMetric().aggregateTaskMetrics(new long[] {5000, 0, 3000, 4000}))
        .isEqualTo("3,000, 4,000, 5,000");
    assertThat(new ThroughputMetric().aggregateTaskMetrics(new long[0])).isEqualTo("0");
  }

  private static double planned() {
    return SweepPlan.of(sweep(SPLIT), 2).nanos();
  }

  private static void add(AccumulableInfo info, Map<String, Long> sums) {
    String name = info.name().getOrElse(() -> "");
    if (OURS.contains(name)) {
      sums.merge(name, (Long) info.update().get(), Long::sum);
    }
  }

  /** The metrics of the one scan of a query that was run. */
  private static Map<String, Long> metrics(Dataset<Row> query) {
    return CollectionConverters.asJava(executedPlan(query).collectLeaves().head().metrics())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, metric -> metric.getValue().value()));
  }
}
