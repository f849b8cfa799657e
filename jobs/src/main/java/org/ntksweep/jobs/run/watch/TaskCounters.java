package org.ntksweep.jobs.run.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.collection.Iterable;
import scala.collection.Iterator;

/**
 * Sums of Spark's counters by name, over finished tasks and, as far as executors have told, over
 * running ones.
 */
final class TaskCounters extends SparkListener {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, Long> finished = new HashMap<>();
  private final Map<Long, Map<String, Long>> running = new HashMap<>();
  private long cpuNanos;

  /** The sum of the counters of this name. */
  synchronized long total(String name) {
    long total = finished.getOrDefault(name, 0L);
    for (Map<String, Long> task : running.values()) {
      total += task.getOrDefault(name, 0L);
    }
    return total;
  }

  /** The processor time of finished tasks. */
  synchronized long cpuNanos() {
    return cpuNanos;
  }

  /** Waits until a sum is reached, or until Spark had time enough to tell. */
  synchronized void await(String name, long total) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (total(name) < total && System.nanoTime() < deadline) {
        wait(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    running.put(start.taskInfo().taskId(), Map.of());
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    running.remove(end.taskInfo().taskId());
    if (end.taskInfo().successful()) {
      counters(end.taskInfo().accumulables())
          .forEach((name, value) -> finished.merge(name, value, Long::sum));
    }
    if (end.taskMetrics() != null) {
      cpuNanos += end.taskMetrics().executorCpuTime();
    }
    notifyAll();
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    update
        .accumUpdates()
        .foreach(
            task -> {
              // A heartbeat may tell of a task once it has ended, and is counted.
              running.replace((Long) task._1(), counters(task._4()));
              return null;
            });
  }

  private static Map<String, Long> counters(Iterable<AccumulableInfo> accumulables) {
    Map<String, Long> counters = new HashMap<>();
    for (Iterator<AccumulableInfo> all = accumulables.iterator(); all.hasNext(); ) {
      AccumulableInfo info = all.next();
      if (info.name().isDefined()
          && info.update().isDefined()
          && info.update().get() instanceof Long value) {
        counters.merge(info.name().get(), value, Long::sum);
      }
    }
    return counters;
  }
}
