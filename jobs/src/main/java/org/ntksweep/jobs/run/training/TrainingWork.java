package org.ntksweep.jobs.run.training;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.kernel.KernelCost;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.folder.commit.Commit;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.folder.commit.PointProgress;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.run.estimates.EstimateMeter;
import org.ntksweep.jobs.run.schedule.Pace;
import org.ntksweep.jobs.run.schedule.Target;
import org.ntksweep.jobs.run.schedule.TrainingPace;
import org.ntksweep.jobs.run.schedule.Wave;
import org.ntksweep.jobs.run.training.network.Checkpoints;
import org.ntksweep.jobs.run.training.network.Trainers;
import org.ntksweep.jobs.run.wave.Commits;
import org.ntksweep.jobs.run.wave.Draft;
import org.ntksweep.jobs.run.wave.Work;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.point.SweepPoint;
import scala.Tuple2;

/** Trains networks wave by wave, and estimates from all of them at the end. */
public final class TrainingWork implements Work {
  private static final String TRAINING = RunTable.TRAINING.label();
  private static final String KERNELS = RunTable.KERNELS.label();
  private static final String ESTIMATES = RunTable.TRAINING_ESTIMATES.label();

  private final Points points;
  private final Sweep sweep;
  private final TrainingTables tables;
  private final Commits commits;
  private final CommitLog log;
  private final EstimateMeter meter;

  /**
   * The work on a sweep.
   *
   * @param trainers what trains its networks
   * @param meter what estimating counts with
   */
  public TrainingWork(
      SparkSession spark, Points points, Trainers trainers, Commits commits, EstimateMeter meter) {
    this.points = points;
    this.sweep = points.sweep();
    this.commits = commits;
    this.log = commits.log();
    this.meter = meter;
    Checkpoints checkpoints =
        Checkpoints.in(
            commits.folder().files(), spark.sparkContext().hadoopConfiguration(), trainers.pause());
    tables = new TrainingTables(spark, points, trainers, checkpoints);
  }

  @Override
  public Pace pace() {
    return new TrainingPace(sweep.sampling().samples());
  }

  /** What was trained is kept until it is written: whatever goes wrong there, it is not lost. */
  @Override
  public void run(Wave wave, SweepPlan plan) throws IOException {
    JavaRDD<Tuple2<Row, Row>> trained = tables.trained(plan).persist(StorageLevel.DISK_ONLY());
    try {
      Draft draft = commits.draft();
      write(trained, draft);
      commits.add(draft.commit(progress(wave), List.of()));
    } finally {
      trained.unpersist();
    }
    Checkpoints.removeCommitted(commits.folder().files(), log);
  }

  private void write(JavaRDD<Tuple2<Row, Row>> trained, Draft draft) throws IOException {
    long rows = trained.count();
    draft.write(TRAINING, TRAINING, tables.training(trained, rows), rows);
    if (sweep.output().kernels()) {
      long kernels = trained.map(Tuple2::_2).filter(Objects::nonNull).count();
      draft.write(KERNELS, KERNELS, tables.kernels(trained, kernels, kernelBytes()), kernels);
    }
  }

  private long kernelBytes() {
    return points.all().stream().mapToLong(TrainingWork::kernelBytes).max().orElse(1);
  }

  private static long kernelBytes(SweepPoint point) {
    Training training = point.training().orElseThrow().training();
    long numbers = KernelCost.of(point.law(), training).entries();
    return Double.BYTES * (training.kernelExamples() + numbers);
  }

  private static Map<String, PointProgress> progress(Wave wave) {
    Map<String, PointProgress> progress = new LinkedHashMap<>();
    for (Target target : wave.targets()) {
      long to = target.draw().to();
      long estimated = target.isReached() ? to : target.before().estimated();
      progress.put(target.draw().point().key(), new PointProgress(to, 0, estimated, Double.NaN));
    }
    return progress;
  }

  @Override
  public void finish() throws IOException {
    if (latest(ESTIMATES) < latest(TRAINING)) {
      long rows = points.all().stream().mapToLong(TrainingWork::looks).sum();
      List<String> trained = commits.folder().files().locations(log.files(TRAINING));
      List<String> earlier = log.files(ESTIMATES);
      Draft draft = commits.draft();
      draft.write(ESTIMATES, ESTIMATES, tables.estimates(trained, rows, meter), rows);
      commits.add(draft.commit(Map.of(), earlier));
    }
    commits.folder().files().delete(CommitLog.CHECKPOINTS);
  }

  private static long looks(SweepPoint point) {
    return point.training().orElseThrow().training().method().looks();
  }

  /** The number of the latest commit with something of a table; -1 if there is none. */
  private int latest(String table) {
    return log.commits().stream()
        .filter(commit -> !commit.files(table).isEmpty())
        .mapToInt(Commit::number)
        .max()
        .orElse(-1);
  }
}
