package org.ntksweep.jobs.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.Success$;
import org.apache.spark.TaskState;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.TaskInfo;
import org.apache.spark.scheduler.TaskLocality;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Tuple4;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What executors tell, in the order a busy machine may tell it. */
final class TaskCountersTest {
  private final TaskCounters counters = new TaskCounters();
  private final TaskInfo task =
      new TaskInfo(7, 0, 0, 0, 0, "1", "host", TaskLocality.PROCESS_LOCAL(), false);

  @Test
  void aTaskCountsOnceHoweverLateItsHeartbeatIs() {
    counters.onTaskStart(new SparkListenerTaskStart(0, 0, task));
    counters.onExecutorMetricsUpdate(heartbeat(30));
    assertThat(counters.total("samples")).isEqualTo(30);
    counters.onExecutorMetricsUpdate(heartbeat(60));
    assertThat(counters.total("samples")).isEqualTo(60);
    end(100);
    assertThat(counters.total("samples")).isEqualTo(100);
    counters.onExecutorMetricsUpdate(heartbeat(90));
    assertThat(counters.total("samples")).isEqualTo(100);
  }

  private void end(long samples) {
    task.setAccumulables(CollectionConverters.asScala(List.of(info(samples))).toSeq());
    task.markFinished(TaskState.FINISHED(), 1);
    counters.onTaskEnd(
        new SparkListenerTaskEnd(0, 0, "ResultTask", Success$.MODULE$, task, null, null));
  }

  private static SparkListenerExecutorMetricsUpdate heartbeat(long samples) {
    Tuple4<Object, Object, Object, Seq<AccumulableInfo>> update =
        new Tuple4<>(7L, 0, 0, CollectionConverters.asScala(List.of(info(samples))).toSeq());
    return new SparkListenerExecutorMetricsUpdate(
        "1", CollectionConverters.asScala(List.of(update)).toSeq(), Map$.MODULE$.empty());
  }

  private static AccumulableInfo info(long samples) {
    return new AccumulableInfo(
        1,
        Option.apply("samples"),
        Option.apply(samples),
        Option.empty(),
        true,
        false,
        Option.empty());
  }
}
