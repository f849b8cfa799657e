package org.ntksweep.jobs.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.run.estimates.SweepTables;
import org.ntksweep.jobs.run.sampling.SamplingWork;
import org.ntksweep.jobs.run.schedule.Schedule;
import org.ntksweep.jobs.run.schedule.Wave;
import org.ntksweep.jobs.run.training.TrainingWork;
import org.ntksweep.jobs.run.training.network.PointTrainers;
import org.ntksweep.jobs.run.training.network.Trainers;
import org.ntksweep.jobs.run.watch.Gauge;
import org.ntksweep.jobs.run.watch.RunMonitor;
import org.ntksweep.jobs.run.wave.Draft;
import org.ntksweep.jobs.run.wave.Work;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.RunTable;

/** One run: waves, each committed as a whole, until the folder has all of the sweep. */
public final class SweepRun {
  private final SparkSession spark;
  private final Points points;
  private final RunRecord record;
  private final RunMonitor monitor;
  private final SweepTables tables;
  private final Committer commits;
  private final Trainers trainers;

  private SweepRun(
      SparkSession spark,
      Points points,
      Committer commits,
      RunRecord record,
      RunMonitor monitor,
      Trainers trainers) {
    this.trainers = trainers;
    this.spark = spark;
    this.points = points;
    this.record = record;
    this.monitor = monitor;
    this.commits = commits;
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
    run(spark, points, file, folder, mode, invocation, new PointTrainers());
  }

  /**
   * The same.
   *
   * @param trainers what trains its networks, if they are trained
   */
  public static void run(
      SparkSession spark,
      Points points,
      SweepFile file,
      RunFolder folder,
      RunMode mode,
      Invocation invocation,
      Trainers trainers) {
    Gauge gauge = points.sweep().training().isPresent() ? Gauge.TRAINING : Gauge.SAMPLING;
    try (RunRecord record = RunRecord.begin(spark, file, folder, mode, invocation);
        RunMonitor monitor =
            new RunMonitor(spark, record, gauge, invocation.progress(), invocation.terminal())) {
      run(spark, points, folder, record, monitor, trainers);
    }
  }

  private static void run(
      SparkSession spark,
      Points points,
      RunFolder folder,
      RunRecord record,
      RunMonitor monitor,
      Trainers trainers) {
    try {
      CommitLog log = CommitLog.open(folder.files());
      Committer commits = new Committer(points, folder, log, record);
      new SweepRun(spark, points, commits, record, monitor, trainers).run();
      record.completed();
    } catch (Exception e) { // Spark throws checked exceptions it does not declare
      throw Failures.of(e, folder, record);
    }
  }

  private void run() throws IOException {
    commits.tellProgress();
    makePoints();
    Work work = work();
    Schedule schedule = Schedule.of(points, work.pace(), commits.log(), parallelism());
    monitor.expect(schedule.wavesLeft());
    for (Optional<Wave> next = schedule.next(); next.isPresent(); next = schedule.next()) {
      run(work, next.get());
      monitor.end(schedule.nanosLeft());
    }
    work.finish();
    tellRows();
  }

  /** Counts from footers: the files were checked as they were committed. */
  private void tellRows() throws IOException {
    for (RunTable table : RunTable.values()) {
      List<String> files = commits.log().files(table.label());
      if (!files.isEmpty()) {
        record.complete(table, commits.folder().files().table(files).rowCount());
      }
    }
  }

  private Work work() {
    return points.sweep().training().isPresent()
        ? new TrainingWork(spark, points, trainers, commits, monitor.meter())
        : new SamplingWork(points, tables, commits);
  }

  private void run(Work work, Wave wave) throws IOException {
    SweepPlan plan = SweepPlan.of(points, wave.segments(), parallelism());
    monitor.begin(wave, plan);
    work.run(wave, plan);
  }

  /** The points table, again if the sweep has other points than the folder. */
  private void makePoints() throws IOException {
    List<String> earlier = commits.log().files(RunTable.POINTS.label());
    long rows = earlier.isEmpty() ? 0 : commits.folder().table(RunTable.POINTS).rowCount();
    if (rows == points.count()) {
      return;
    }
    Draft draft = commits.draft();
    String table = RunTable.POINTS.label();
    draft.write(table, table, tables.points(), points.count());
    commits.add(draft.commit(Map.of(), earlier));
  }

  private int parallelism() {
    return spark.sparkContext().defaultParallelism();
  }
}
