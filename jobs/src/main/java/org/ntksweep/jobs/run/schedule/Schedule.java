package org.ntksweep.jobs.run.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.folder.commit.PointProgress;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.Segment;

/**
 * Deals out what a run has left to do, wave by wave. What is left follows from the sweep and the
 * commits alone, so a run that was interrupted goes on as if it had not been.
 */
public final class Schedule {
  private final Sweep sweep;
  private final CommitLog log;
  private final SampleCounts counts;
  private final Estimation estimation;
  private final Points points;
  private final double waveNanos;
  private final Deque<Target> open = new ArrayDeque<>();
  private OptionalInt cut = OptionalInt.empty();

  private Schedule(Points points, CommitLog log, int parallelism) {
    sweep = points.sweep();
    this.log = log;
    counts = new SampleCounts(sweep);
    estimation = sweep.estimation();
    this.points = points;
    open.addAll(round());
    waveNanos = WaveLength.nanos(sweep, nanosLeft(), parallelism);
  }

  /**
   * The schedule of what a folder does not have yet.
   *
   * @param points those of the sweep
   * @param parallelism how many tasks run at a time
   */
  public static Schedule of(Points points, CommitLog log, int parallelism) {
    return new Schedule(points, log, parallelism);
  }

  /** The next wave, once the one before is committed; empty if the run is complete. */
  public Optional<Wave> next() {
    cut.ifPresent(point -> open.addFirst(target(point).orElseThrow()));
    cut = OptionalInt.empty();
    if (open.isEmpty()) {
      open.addAll(round());
    }
    return open.isEmpty() ? Optional.empty() : Optional.of(wave());
  }

  /** The predicted time, on one core, of what is left of this round. */
  public double nanosLeft() {
    return open.stream().mapToDouble(this::nanos).sum();
  }

  /** How many waves that is, about: only a point that streams is ever spread over several. */
  public int wavesLeft() {
    double waves = Math.ceil(nanosLeft() / waveNanos);
    boolean whole = open.stream().noneMatch(this::streams);
    return (int) (whole ? Math.min(waves, open.size()) : waves);
  }

  /** One more step for every point that needs one. */
  private List<Target> round() {
    return IntStream.range(0, points.count())
        .mapToObj(this::target)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(this::streams))
        .toList();
  }

  private Optional<Target> target(int point) {
    PointProgress progress = log.progress(points.at(point).key());
    long wanted = counts.wanted(progress);
    if (wanted <= progress.estimated()) {
      return Optional.empty();
    }
    long from =
        isStored(wanted)
            ? progress.stored()
            : estimation.streams(wanted) ? progress.summarised() : 0;
    return Optional.of(
        new Target(point, progress, new Segment(points.at(point), from, wanted), wanted));
  }

  /** Samples are written if they are to be kept, or if the next round will need them again. */
  private boolean isStored(long wanted) {
    return sweep.output().samples()
        || (sweep.sampling().target().isPresent() && !estimation.streams(wanted));
  }

  private boolean streams(Target target) {
    return estimation.streams(target.wanted());
  }

  private Wave wave() {
    List<Target> targets = new ArrayList<>();
    boolean streaming = streams(open.element());
    double room = waveNanos;
    while (!open.isEmpty() && room > 0 && streams(open.element()) == streaming) {
      Target target = open.remove();
      Target fitting = streaming ? cutTo(target, room) : target;
      if (!fitting.isReached()) {
        cut = OptionalInt.of(target.point());
      }
      targets.add(fitting);
      room -= cut.isPresent() ? room : nanos(fitting);
    }
    targets.sort(Comparator.comparingInt(Target::point));
    return new Wave(targets, streaming, isStored(targets.get(0).wanted()));
  }

  /** As many samples of a target as fit, but never none. */
  private Target cutTo(Target target, double nanos) {
    Segment draw = target.draw();
    double fitting = nanos / draw.point().nanosPerSample();
    long to = draw.from();
    for (double samples = fitting; to <= draw.from(); samples *= 2) {
      long end = draw.from() + (long) Math.ceil(samples);
      if (end >= draw.to()) {
        return target;
      }
      to = estimation.floorCut(end);
    }
    return target.until(to);
  }

  private double nanos(Target target) {
    return target.draw().nanos();
  }
}
