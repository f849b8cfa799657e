package org.ntksweep.jobs.run.sampling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.folder.commit.PointProgress;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.run.estimates.RelativeErrors;
import org.ntksweep.jobs.run.estimates.Summaries;
import org.ntksweep.jobs.run.estimates.SweepTables;
import org.ntksweep.jobs.run.schedule.Pace;
import org.ntksweep.jobs.run.schedule.SamplingPace;
import org.ntksweep.jobs.run.schedule.Target;
import org.ntksweep.jobs.run.schedule.Wave;
import org.ntksweep.jobs.run.wave.Commits;
import org.ntksweep.jobs.run.wave.Draft;
import org.ntksweep.jobs.run.wave.Work;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** Makes samples and estimates. */
public final class SamplingWork implements Work {
  private static final String SAMPLES = RunTable.SAMPLES.label();
  private static final String ESTIMATES = RunTable.ESTIMATES.label();
  private static final String SUMMARIES = CommitLog.SUMMARIES;

  private final Points points;
  private final Sweep sweep;
  private final SweepTables tables;
  private final Summaries summaries;
  private final Commits commits;
  private final CommitLog log;

  /** The work on a sweep. */
  public SamplingWork(Points points, SweepTables tables, Commits commits) {
    this.points = points;
    this.sweep = points.sweep();
    this.tables = tables;
    this.summaries = tables.summaries();
    this.commits = commits;
    this.log = commits.log();
  }

  @Override
  public Pace pace() {
    return new SamplingPace(sweep);
  }

  /** Samples and estimates the points of a wave. */
  @Override
  public void run(Wave wave, SweepPlan plan) throws IOException {
    Draft draft = commits.draft();
    Optional<Dataset<Row>> stored =
        wave.stored() ? Optional.of(store(wave, plan, draft)) : Optional.empty();
    if (wave.streaming()) {
      summarize(wave, plan, stored, draft);
    }
    if (!wave.estimated().isEmpty()) {
      Dataset<Row> estimates =
          wave.streaming()
              ? tables.summarized(summaries, locations(draft.files(SUMMARIES)), wave.wanted())
              : tables.gathered(stored.orElseGet(() -> tables.drawn(plan)), wave.wanted());
      long rows = (long) wave.estimated().size() * sweep.rowsPerSample();
      draft.write(ESTIMATES, ESTIMATES, estimates, rows);
    }
    commits.add(draft.commit(progress(wave, draft), log.superseded(SUMMARIES, wave.points())));
  }

  /** Writes what is drawn; all stored samples of the wave's points are what it returns. */
  private Dataset<Row> store(Wave wave, SweepPlan plan, Draft draft) throws IOException {
    String place = sweep.output().samples() ? SAMPLES : CommitLog.SCRATCH;
    long rows = wave.samples() * sweep.rowsPerSample();
    Dataset<Row> drawn = tables.drawn(plan);
    draft.write(SAMPLES, place, tables.toStore(drawn, rows, plan.tasks().size()), rows);
    List<String> earlier = log.files(place, wave.points());
    List<String> files = new ArrayList<>(earlier);
    files.addAll(draft.files(SAMPLES));
    return tables.stored(locations(files));
  }

  /** Writes the summaries of the wave's points. */
  private void summarize(Wave wave, SweepPlan plan, Optional<Dataset<Row>> stored, Draft draft)
      throws IOException {
    Dataset<Row> samples =
        stored
            .filter(rows -> wave.targets().stream().allMatch(this::continuesAtACut))
            .orElseGet(() -> tables.drawn(toSummarize(wave, plan)));
    Map<String, Long> first = new HashMap<>();
    wave.targets().forEach(target -> first.put(id(target), target.before().summarised()));
    List<String> earlier = locations(log.files(SUMMARIES, first.keySet()));
    draft.write(SUMMARIES, SUMMARIES, summaries.of(samples, first, earlier), wave.targets().size());
  }

  /** What summaries lack begins at a cut, mostly where the samples drawn now begin. */
  private static SweepPlan toSummarize(Wave wave, SweepPlan plan) {
    return wave.segmentsToSummarize().equals(wave.segments())
        ? plan
        : plan.with(wave.segmentsToSummarize());
  }

  /**
   * Whether the samples drawn now begin at a cut. Stored ones come in files, and a unit of samples
   * that is spread over two cannot be reduced as one: its samples are then drawn once more.
   */
  private boolean continuesAtACut(Target target) {
    long from = target.draw().from();
    return sweep.estimation().floorCut(from) == from;
  }

  private Map<String, PointProgress> progress(Wave wave, Draft draft) throws IOException {
    boolean asked = sweep.sampling().target().isPresent() && !wave.estimated().isEmpty();
    Map<String, Double> errors = asked ? RelativeErrors.of(draft.estimates()) : Map.of();
    Map<String, PointProgress> progress = new LinkedHashMap<>();
    for (Target target : wave.targets()) {
      progress.put(id(target), after(wave, target, errors));
    }
    return progress;
  }

  private PointProgress after(Wave wave, Target target, Map<String, Double> errors) {
    PointProgress before = target.before();
    long to = target.draw().to();
    return new PointProgress(
        wave.stored() ? to : before.stored(),
        wave.streaming() ? sweep.estimation().floorCut(to) : before.summarised(),
        target.isReached() ? to : before.estimated(),
        target.isReached() ? errors.getOrDefault(id(target), Double.NaN) : before.relError());
  }

  private String id(Target target) {
    return target.draw().point().key();
  }

  private List<String> locations(List<String> files) throws IOException {
    return commits.folder().files().locations(files);
  }

  @Override
  public void finish() throws IOException {
    mergeEstimates();
    dropScratch();
  }

  /** The estimates of all waves as one table in the order of the sweep, without superseded ones. */
  private void mergeEstimates() throws IOException {
    List<String> earlier = log.files(ESTIMATES);
    if (log.commits().stream().filter(c -> !c.files(ESTIMATES).isEmpty()).count() < 2) {
      return;
    }
    long rows = (long) points.count() * sweep.rowsPerSample();
    Draft draft = commits.draft();
    draft.write(ESTIMATES, ESTIMATES, tables.merged(locations(earlier), samplesOfPoints()), rows);
    commits.add(draft.commit(Map.of(), earlier));
  }

  /** How many samples the estimates of every point stand on. */
  private List<Long> samplesOfPoints() {
    return points.all().stream().map(p -> log.progress(p.key()).estimated()).toList();
  }

  /** Samples kept for later rounds go when there are none; more rounds would draw them again. */
  private void dropScratch() throws IOException {
    List<String> files = log.files(CommitLog.SCRATCH);
    if (!files.isEmpty()) {
      Map<String, PointProgress> progress = new LinkedHashMap<>();
      for (SweepPoint point : points.all()) {
        progress.put(point.key(), log.progress(point.key()).withoutStored());
      }
      commits.add(commits.draft().commit(progress, files));
    }
    commits.folder().files().delete(CommitLog.SCRATCH);
  }
}
