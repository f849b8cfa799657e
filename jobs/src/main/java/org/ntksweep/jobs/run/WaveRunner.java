package org.ntksweep.jobs.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.tables.RunTable;

/** Makes the tables of one wave, and the commit that adds them to the run. */
final class WaveRunner {
  private final Sweep sweep;
  private final SweepTables tables;
  private final CommitLog log;
  private final RunFolder folder;
  private final EstimateMeter meter;

  WaveRunner(
      Sweep sweep, SweepTables tables, CommitLog log, RunFolder folder, EstimateMeter meter) {
    this.sweep = sweep;
    this.tables = tables;
    this.log = log;
    this.folder = folder;
    this.meter = meter;
  }

  /**
   * Samples and estimates the points of a wave.
   *
   * @param tasks how many tasks the sampling is cut to
   * @return what is to be committed; nothing of it counts before
   */
  Commit run(Wave wave, int tasks) throws IOException {
    Draft draft = new Draft(folder, log.next(), log.draft());
    Dataset<Row> samples = wave.stored() ? store(wave, tasks, draft) : drawn(wave);
    int cosines = KernelEstimates.cosines(sweep).length;
    draft.write(
        RunTable.ESTIMATES,
        RunTable.ESTIMATES.label(),
        tables.estimates(samples, wave.estimated(), meter),
        (long) wave.estimated().size() * cosines);
    return draft.commit(progress(wave, draft));
  }

  private Dataset<Row> drawn(Wave wave) {
    return tables.drawn(wave.stretches());
  }

  /** Writes what is drawn; all stored samples of the wave's points are what it returns. */
  private Dataset<Row> store(Wave wave, int tasks, Draft draft) throws IOException {
    String place = sweep.keepSamples() ? RunTable.SAMPLES.label() : CommitLog.SCRATCH;
    long rows = wave.samples() * KernelEstimates.cosines(sweep).length;
    draft.write(RunTable.SAMPLES, place, tables.toStore(drawn(wave), rows, tasks), rows);
    List<String> earlier = log.files(place, wave.points(sweep));
    List<String> files = new ArrayList<>(earlier);
    files.addAll(draft.files(RunTable.SAMPLES));
    Dataset<Row> stored = tables.stored(files.stream().map(folder::location).toList());
    return earlier.isEmpty() ? stored : tables.only(stored, wave.points(sweep));
  }

  private Map<String, PointProgress> progress(Wave wave, Draft draft) throws IOException {
    Map<String, Double> errors =
        sweep.precision().isPresent() ? RelativeErrors.of(draft.estimates()) : Map.of();
    Map<String, PointProgress> progress = new LinkedHashMap<>();
    for (Target target : wave.targets()) {
      String id = sweep.points().get(target.point()).id().toString();
      PointProgress before = target.before();
      long to = target.draw().to();
      progress.put(
          id,
          new PointProgress(
              wave.stored() ? to : before.stored(),
              before.summarised(),
              target.isReached() ? to : before.estimated(),
              target.isReached() ? errors.getOrDefault(id, Double.NaN) : before.relError()));
    }
    return progress;
  }
}
