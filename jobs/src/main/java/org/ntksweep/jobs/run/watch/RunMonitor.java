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

/** Watches a run: shows how far it is, and keeps account of where core time goes. */
public final class RunMonitor implements AutoCloseable {
  private final SparkSession spark;
  private final RunAccount account;
  private final Gauge gauge;
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
  private long stepsBefore;
  private long estimatedBefore;
  private long samples;
  private double sampledSeconds;
  private double work;

  /**
   * Begins to watch.
   *
   * @param gauge what is seen
   * @param err where progress goes
   * @param terminal whether that is a terminal
   */
  public RunMonitor(
      SparkSession spark, RunAccount account, Gauge gauge, PrintWriter err, boolean terminal) {
    this.spark = spark;
    this.account = account;
    this.gauge = gauge;
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
    spark.sparkContext().setJobDescription(name + gauge.doing() + " and estimating");
    sampledBefore = counters.total(gauge.count());
    workBefore = counters.total(gauge.work());
    stepsBefore = steps();
    estimatedBefore = counters.total(EstimateMeter.POINTS);
    progress.watch(List.of(sampling(name), estimating(name)));
  }

  private Phase sampling(String prefix) {
    return new Phase(
        prefix + gauge.doing(),
        gauge.unit(),
        wave.samples(),
        () -> counters.total(gauge.count()) - sampledBefore,
        plan.nanos(),
        () -> counters.total(gauge.work()) - workBefore,
        gauge.steps().map(name -> () -> steps() - stepsBefore));
  }

  private long steps() {
    return gauge.steps().map(counters::total).orElse(0L);
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
    counters.await(gauge.count(), sampledBefore + wave.samples());
    double seconds = (System.nanoTime() - start) / 1e9;
    samples += wave.samples();
    sampledSeconds += seconds;
    work += plan.nanos();
    account.samplesPerSecond(samples / sampledSeconds);
    if (waves > 1) {
      progress.tell(line(seconds, nanosLeft));
    }
    account(gauge.doing(), counters.total(gauge.time()));
    account("estimating", meter.nanos().value());
    account("tasks", counters.cpuNanos());
    account("driver_process", processNanos());
  }

  private String line(double seconds, double nanosLeft) {
    String done =
        String.format(
            Locale.ROOT,
            "wave %d of %d: %s, %,d %s in %s%s",
            number,
            Math.max(number, waves),
            Count.of(wave.targets().size(), "point"),
            wave.samples(),
            gauge.unit(),
            Durations.text(seconds),
            rate(seconds));
    return nanosLeft > 0
        ? done + ", " + Durations.text(nanosLeft * sampledSeconds / work) + " left"
        : done;
  }

  private String rate(double seconds) {
    long made = steps() - stepsBefore;
    return gauge.steps().isPresent()
        ? String.format(Locale.ROOT, ", %,d steps, %,.0f/s", made, made / seconds)
        : String.format(Locale.ROOT, ", %,.0f/s", wave.samples() / seconds);
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
