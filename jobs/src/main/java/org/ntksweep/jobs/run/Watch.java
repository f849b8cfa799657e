package org.ntksweep.jobs.run;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.source.PredictedWorkMetric;
import org.ntksweep.jobs.source.SamplerTimeMetric;
import org.ntksweep.jobs.source.SamplesMetric;
import org.ntksweep.jobs.tables.RunTable;

/** Watches a run: shows how far it is, and keeps account of where core time goes. */
final class Watch implements AutoCloseable {
  private final SparkSession spark;
  private final Sweep sweep;
  private final RunRecord record;
  private final TaskCounters counters = new TaskCounters();
  private final EstimateMeter meter;
  private final Progress progress;
  private final Map<String, Double> accounted = new HashMap<>();
  private List<Phase> phases = List.of();
  private long start;

  Watch(SparkSession spark, Sweep sweep, RunRecord record, Launch launch) {
    this.spark = spark;
    this.sweep = sweep;
    this.record = record;
    spark.sparkContext().addSparkListener(counters);
    meter = EstimateMeter.in(spark.sparkContext());
    progress = new Progress(launch.progress(), launch.terminal(), counters);
  }

  EstimateMeter meter() {
    return meter;
  }

  Phase sampling(SweepPlan plan) {
    return new Phase(
        "sampling",
        "samples",
        Description.samples(sweep),
        SamplesMetric.DESCRIPTION,
        PredictedWorkMetric.DESCRIPTION,
        plan.nanos());
  }

  Phase estimating() {
    return Phase.counted("estimating", "points", sweep.points().size(), EstimateMeter.POINTS);
  }

  void begin(RunTable table, Phase... next) {
    phases = List.of(next);
    start = System.nanoTime();
    spark.sparkContext().setJobDescription(table.label());
    progress.watch(phases);
  }

  void end() {
    double seconds = (System.nanoTime() - start) / 1e9;
    for (Phase phase : phases) {
      counters.await(phase.counter(), phase.total());
      if (phase.counter().equals(SamplesMetric.DESCRIPTION)) {
        record.samplesPerSecond(phase.total() / seconds);
      }
    }
    account("sampling", counters.total(SamplerTimeMetric.DESCRIPTION));
    account("estimating", meter.nanos().value());
    account("tasks", counters.cpuNanos());
    account("driver_process", processNanos());
  }

  private void account(String what, long nanos) {
    double seconds = nanos / 1e9;
    record.spent(what, seconds - accounted.getOrDefault(what, 0.0));
    accounted.put(what, seconds);
  }

  /** The processor time of this JVM, starting it included; a local run is all in here. */
  private static long processNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  @Override
  public void close() {
    progress.close();
    spark.sparkContext().removeSparkListener(counters);
  }
}
