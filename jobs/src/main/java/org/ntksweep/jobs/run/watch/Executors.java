package org.ntksweep.jobs.run.watch;

import java.time.Duration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/** Says that no executor has started, once: Spark waits for ever, and for the people who run it. */
final class Executors {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Executors() {}

  static void await(SparkContext context, Progress progress) {
    if (!context.isLocal()) {
      progress.after(PATIENCE, () -> tellIfNone(context, progress));
    }
  }

  private static void tellIfNone(SparkContext context, Progress progress) {
    // The driver is told of as one.
    if (!context.isStopped() && context.statusTracker().getExecutorInfos().length <= 1) {
      progress.tell(notice(context.master(), context.getConf()));
    }
  }

  static String notice(String master, SparkConf conf) {
    return "no executor has started in "
        + PATIENCE.toSeconds()
        + " s: has "
        + master
        + " a worker with "
        + conf.get("spark.executor.memory", "1g")
        + " of memory and "
        + conf.get("spark.executor.cores", "1")
        + " free cores? spark.executor.memory and spark.executor.cores ask for less";
  }
}
