package org.ntksweep.jobs.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.folder.commit.Commit;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.folder.commit.PointProgress;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.run.estimates.Summaries;
import org.ntksweep.jobs.run.estimates.SweepTables;
import org.ntksweep.jobs.run.schedule.Schedule;
import org.ntksweep.jobs.run.schedule.Wave;
import org.ntksweep.jobs.run.watch.RunMonitor;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.SweepPoint;

/** One run: waves, each committed as a whole, until the folder has all of the sweep. */
public final class SweepRun {
  private final SparkSession spark;
  private final Sweep sweep;
  private final Points points;
  private final RunFolder folder;
  private final RunRecord record;
  private final RunMonitor monitor;
  private final SweepTables tables;
  private final CommitLog log;

  private SweepRun(
      SparkSession spark,
      Points points,
      RunFolder folder,
      CommitLog log,
      RunRecord record,
      RunMonitor monitor) {
    this.spark = spark;
    this.sweep = points.sweep();
    this.folder = folder;
    this.log = log;
    this.record = record;
    this.monitor = monitor;
    this.points = points;
    this.tables = new SweepTables(spark, points, monitor.meter());
  }

  /**
   * Runs a sweep until its folder is complete.
   *
   * @param points those of the sweep
   * @param mode how the folder was checked ({@link RunFolders#check})
   * @throws RequestException if the folder cannot be written to, or another run writes to it
   * @throws RunFailedException if the run did not complete; its folder says so
   */
  public static void run(
      SparkSession spark,
      Points points,
      SweepFile file,
      RunFolder folder,
      RunMode mode,
      Invocation invocation) {
    try (RunRecord record = RunRecord.begin(spark, file, folder, mode, invocation);
        RunMonitor monitor =
            new RunMonitor(spark, record, invocation.progress(), invocation.terminal())) {
      run(spark, points, folder, record, monitor);
    }
  }

  private static void run(
      SparkSession spark, Points points, RunFolder folder, RunRecord record, RunMonitor monitor) {
    try {
      CommitLog log = CommitLog.open(folder.files());
      new SweepRun(spark, points, folder, log, record, monitor).run();
      record.completed();
    } catch (Exception e) { // Spark throws checked exceptions it does not declare
      throw Failures.of(e, folder, record);
    }
  }

  private void run() throws IOException {
    tellProgress();
    makePoints();
    Summaries summaries = tables.summaries();
    WaveRunner runner = new WaveRunner(sweep, tables, summaries, log, folder);
    Schedule schedule = Schedule.of(points, log, parallelism());
    monitor.expect(schedule.wavesLeft());
    for (Optional<Wave> next = schedule.next(); next.isPresent(); next = schedule.next()) {
      run(runner, next.get());
      monitor.end(schedule.nanosLeft());
    }
    mergeEstimates();
    dropScratch();
    for (RunTable table : RunTable.values()) {
      if (folder.files().exists(table.label())) {
        record.complete(table, folder.table(table).rowCount());
      }
    }
  }

  private void run(WaveRunner runner, Wave wave) throws IOException {
    SweepPlan plan = SweepPlan.of(points, wave.segments(), parallelism());
    monitor.begin(wave, plan);
    add(runner.run(wave, plan));
  }

  private void add(Commit commit) throws IOException {
    record.uninterrupted(
        () -> {
          log.add(commit);
          tellProgress();
        });
  }

  /** The points table, again if the sweep has other points than the folder. */
  private void makePoints() throws IOException {
    List<String> earlier = log.files(RunTable.POINTS.label());
    long rows = earlier.isEmpty() ? 0 : folder.table(RunTable.POINTS).rowCount();
    if (rows == points.count()) {
      return;
    }
    Draft draft = new Draft(folder.files(), log.next(), log.draft());
    String table = RunTable.POINTS.label();
    draft.write(table, table, tables.points(), points.count());
    add(draft.commit(Map.of(), earlier));
  }

  /** The estimates of all waves as one table in the order of the sweep, without superseded ones. */
  private void mergeEstimates() throws IOException {
    String estimates = RunTable.ESTIMATES.label();
    List<String> earlier = log.files(estimates);
    if (log.commits().stream().filter(c -> !c.files(estimates).isEmpty()).count() < 2) {
      return;
    }
    long rows = (long) points.count() * sweep.rowsPerSample();
    Draft draft = new Draft(folder.files(), log.next(), log.draft());
    draft.write(
        estimates,
        estimates,
        tables.merged(folder.files().locations(earlier), samplesOfPoints()),
        rows);
    add(draft.commit(Map.of(), earlier));
  }

  /** Samples kept for later rounds go when there are none; more rounds would draw them again. */
  private void dropScratch() throws IOException {
    List<String> files = log.files(CommitLog.SCRATCH);
    if (!files.isEmpty()) {
      Map<String, PointProgress> progress = new LinkedHashMap<>();
      for (SweepPoint point : points.all()) {
        progress.put(point.key(), log.progress(point.key()).withoutStored());
      }
      add(new Draft(folder.files(), log.next(), log.draft()).commit(progress, files));
    }
    folder.files().delete(CommitLog.SCRATCH);
  }

  private void tellProgress() throws IOException {
    List<Long> samples = samplesOfPoints();
    record.progress(
        samples.stream().filter(n -> n > 0).count(),
        samples.stream().mapToLong(Long::longValue).sum(),
        log.waves(),
        log.next());
  }

  /** How many samples the estimates of every point stand on. */
  private List<Long> samplesOfPoints() {
    return points.all().stream().map(p -> log.progress(p.key()).estimated()).toList();
  }

  private int parallelism() {
    return spark.sparkContext().defaultParallelism();
  }
}
