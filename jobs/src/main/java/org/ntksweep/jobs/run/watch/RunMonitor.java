package org.ntksweep.jobs.run.watch;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.run.estimates.EstimateMeter;
import org.ntksweep.jobs.run.schedule.Wave;
import org.ntksweep.jobs.shell.Count;
import org.ntksweep.jobs.source.metrics.PredictedWorkMetric;
import org.ntksweep.jobs.source.metrics.SamplerTimeMetric;
import org.ntksweep.jobs.source.metrics.SamplesMetric;

/** Watches a run: shows how far it is, and keeps account of where core time goes. */
public final class RunMonitor implements AutoCloseable {
  private final SparkSession spark;
  private final RunAccount account;
  private final TaskCounters counters = new TaskCounters();
  private final EstimateMeter meter;
  private final Progress progress;
  private final Map<String, Double> accounted = new HashMap<>();
  private int waves;
  private int number;
  private Wave wave;
  private SweepPlan plan;
  private long start;
  private long sampledBefore;
  private long workBefore;
  private long estimatedBefore;
  private long samples;
  private double sampledSeconds;
  private double work;

  /** Begins to watch; progress goes to {@code err}, which is a terminal or not. */
  public RunMonitor(SparkSession spark, RunAccount account, PrintWriter err, boolean terminal) {
    this.spark = spark;
    this.account = account;
    spark.sparkContext().addSparkListener(counters);
    meter = EstimateMeter.in(spark.sparkContext());
    progress = new Progress(err, terminal);
    Executors.await(spark.sparkContext(), progress);
  }

  /** What estimating counts with. */
  public EstimateMeter meter() {
    return meter;
  }

  /** Says how many waves there will be, about. */
  public void expect(int expectedWaves) {
    waves = expectedWaves;
  }

  /** A wave begins. */
  public void begin(Wave next, SweepPlan nextPlan) {
    wave = next;
    plan = nextPlan;
    number++;
    start = System.nanoTime();
    String name = waves > 1 ? "wave " + number + ": " : "";
    spark.sparkContext().setJobDescription(name + "sampling and estimating");
    sampledBefore = counters.total(SamplesMetric.DESCRIPTION);
    workBefore = counters.total(PredictedWorkMetric.DESCRIPTION);
    estimatedBefore = counters.total(EstimateMeter.POINTS);
    progress.watch(List.of(sampling(name), estimating(name)));
  }

  private Phase sampling(String prefix) {
    return new Phase(
        prefix + "sampling",
        "samples",
        wave.samples(),
        () -> counters.total(SamplesMetric.DESCRIPTION) - sampledBefore,
        plan.nanos(),
        () -> counters.total(PredictedWorkMetric.DESCRIPTION) - workBefore);
  }

  private Phase estimating(String prefix) {
    return Phase.counted(
        prefix + "estimating",
        "points",
        wave.estimated().size(),
        () -> counters.total(EstimateMeter.POINTS) - estimatedBefore);
  }

  /**
   * The wave is committed.
   *
   * @param nanosLeft the predicted work of the waves to come
   */
  public void end(double nanosLeft) {
    counters.await(SamplesMetric.DESCRIPTION, sampledBefore + wave.samples());
    double seconds = (System.nanoTime() - start) / 1e9;
    samples += wave.samples();
    sampledSeconds += seconds;
    work += plan.nanos();
    account.samplesPerSecond(samples / sampledSeconds);
    if (waves > 1) {
      progress.tell(line(seconds, nanosLeft));
    }
    account("sampling", counters.total(SamplerTimeMetric.DESCRIPTION));
    account("estimating", meter.nanos().value());
    account("tasks", counters.cpuNanos());
    account("driver_process", processNanos());
  }

  private String line(double seconds, double nanosLeft) {
    String done =
        String.format(
            Locale.ROOT,
            "wave %d of %d: %s, %,d samples in %s, %,.0f/s",
            number,
            Math.max(number, waves),
            Count.of(wave.targets().size(), "point"),
            wave.samples(),
            Durations.text(seconds),
            wave.samples() / seconds);
    return nanosLeft > 0
        ? done + ", " + Durations.text(nanosLeft * sampledSeconds / work) + " left"
        : done;
  }

  private void account(String what, long nanos) {
    double seconds = nanos / 1e9;
    account.spent(what, seconds - accounted.getOrDefault(what, 0.0));
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
