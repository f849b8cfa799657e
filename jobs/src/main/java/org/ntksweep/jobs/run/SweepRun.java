package org.ntksweep.jobs.run;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.Schemas;

/** One run: makes the tables of a sweep that its folder does not have yet. */
public final class SweepRun {
  private final SparkSession spark;
  private final SweepFile file;
  private final Sweep sweep;
  private final RunFolder folder;
  private final RunRecord record;
  private final Watch watch;
  private final SweepTables tables;

  private SweepRun(
      SparkSession spark, SweepFile file, RunFolder folder, RunRecord record, Watch watch) {
    this.spark = spark;
    this.file = file;
    this.sweep = file.sweep();
    this.folder = folder;
    this.record = record;
    this.watch = watch;
    this.tables = new SweepTables(spark, sweep);
  }

  /**
   * Runs a sweep until its folder is complete.
   *
   * @param mode how the folder was checked ({@link RunFolders#check})
   * @throws RequestException if the folder cannot be written to
   * @throws RunFailedException if the run did not complete; its folder says so
   */
  public static void run(
      SparkSession spark, SweepFile file, RunFolder folder, RunMode mode, Launch launch) {
    Manifest manifest = begin(spark, file, folder, mode, launch);
    try (RunRecord record = new RunRecord(folder, manifest, launch.progress());
        Watch watch = new Watch(spark, file.sweep(), record, launch)) {
      new SweepRun(spark, file, folder, record, watch).run();
    }
  }

  private static Manifest begin(
      SparkSession spark, SweepFile file, RunFolder folder, RunMode mode, Launch launch) {
    try {
      boolean resumed = mode == RunMode.RESUME;
      Manifest manifest = resumed ? folder.manifest() : Manifest.empty();
      Description.write(manifest, spark, file.sweep(), launch);
      if (resumed) {
        folder.write(manifest);
      } else {
        folder.begin(file.resolvedYaml(), manifest);
      }
      return manifest;
    } catch (IOException e) {
      throw new RequestException(folder + ": cannot be written to: " + e.getMessage());
    }
  }

  private void run() {
    try {
      Grouping.of(sweep, parallelism()).applyTo(spark);
      makePoints();
      if (sweep.keepSamples()) {
        makeSamples();
      }
      makeEstimates();
      record.completed();
    } catch (Exception e) { // Spark throws checked exceptions it does not declare
      throw Failures.of(e, folder, record);
    }
  }

  private void makePoints() throws IOException {
    make(RunTable.POINTS, tables::points, sweep.points().size());
  }

  private void makeSamples() throws IOException {
    long rows = Description.samples(sweep) * KernelEstimates.cosines(sweep).length;
    SweepPlan plan = plan();
    make(
        RunTable.SAMPLES,
        () -> tables.samplesToKeep(file.resolvedYaml(), plan.tasks().size()),
        rows,
        watch.sampling(plan));
  }

  private void makeEstimates() throws IOException {
    long rows = (long) sweep.points().size() * KernelEstimates.cosines(sweep).length;
    if (sweep.keepSamples()) {
      make(RunTable.ESTIMATES, () -> estimates(keptSamples()), rows, watch.estimating());
    } else {
      make(
          RunTable.ESTIMATES,
          () -> estimates(tables.samples(file.resolvedYaml())),
          rows,
          watch.sampling(plan()),
          watch.estimating());
    }
  }

  private Dataset<Row> estimates(Dataset<Row> samples) {
    return tables.estimates(samples, watch.meter());
  }

  /** What the data source will do, to tell how far it is. */
  private SweepPlan plan() {
    return SweepPlan.of(sweep, parallelism());
  }

  private int parallelism() {
    return spark.sparkContext().defaultParallelism();
  }

  private Dataset<Row> keptSamples() {
    return spark.read().schema(Schemas.SAMPLES).parquet(folder.location(RunTable.SAMPLES));
  }

  private void make(RunTable table, Supplier<Dataset<Row>> rows, long expected, Phase... phases)
      throws IOException {
    if (record.isComplete(table)) {
      return;
    }
    watch.begin(table, phases);
    TableFiles.write(rows.get(), table, folder.begin(table));
    folder.publish(table);
    long found = folder.table(table).rowCount();
    if (found != expected) {
      throw new IOException(table.label() + ": " + found + " rows, expected " + expected);
    }
    watch.end();
    record.complete(table, found);
  }
}
