package org.ntksweep.jobs.run.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.folder.commit.PointProgress;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.Segment;

/**
 * Deals out what a run has left to do, wave by wave. What is left follows from the sweep and the
 * commits alone, so a run that was interrupted goes on as if it had not been.
 */
public final class Schedule {
  private final CommitLog log;
  private final Pace pace;
  private final Points points;
  private final double waveNanos;
  private final long waveSamples;
  private final Deque<Target> open = new ArrayDeque<>();
  private OptionalInt cut = OptionalInt.empty();

  private Schedule(Points points, Pace pace, CommitLog log, int parallelism) {
    this.log = log;
    this.pace = pace;
    this.points = points;
    open.addAll(round());
    waveNanos = WaveLength.nanos(points.sweep(), nanosLeft(), parallelism);
    waveSamples = pace.fewest(parallelism);
  }

  /**
   * The schedule of what a folder does not have yet.
   *
   * @param points those of the sweep
   * @param pace how they get there
   * @param parallelism how many tasks run at a time
   */
  public static Schedule of(Points points, Pace pace, CommitLog log, int parallelism) {
    return new Schedule(points, pace, log, parallelism);
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

  /** How many waves that is, about. */
  public int wavesLeft() {
    double waves = Math.ceil(nanosLeft() / waveNanos);
    boolean whole = open.stream().noneMatch(target -> pace.isSpread(target.wanted()));
    double samples = open.stream().mapToDouble(target -> target.draw().samples()).sum();
    return (int) Math.min(waves, whole ? open.size() : Math.ceil(samples / (double) waveSamples));
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
    long wanted = pace.wanted(progress);
    if (wanted <= progress.estimated()) {
      return Optional.empty();
    }
    Segment draw = new Segment(points.at(point), pace.from(progress, wanted), wanted);
    return Optional.of(new Target(point, progress, draw, wanted));
  }

  private boolean streams(Target target) {
    return pace.streams(target.wanted());
  }

  private Wave wave() {
    List<Target> targets = new ArrayList<>();
    boolean streaming = streams(open.element());
    double room = waveNanos;
    long lacking = waveSamples;
    while (!open.isEmpty()
        && (room > 0 || lacking > 0)
        && streams(open.element()) == streaming
        && cut.isEmpty()) {
      Target target = open.remove();
      Target fitting = pace.isSpread(target.wanted()) ? cutTo(target, room, lacking) : target;
      if (!fitting.isReached()) {
        cut = OptionalInt.of(target.point());
      }
      targets.add(fitting);
      room -= nanos(fitting);
      lacking -= fitting.draw().samples();
    }
    targets.sort(Comparator.comparingInt(Target::point));
    return new Wave(targets, streaming, pace.isStored(targets.get(0).wanted()));
  }

  /** As many samples of a target as fit, but never none, nor fewer than a wave lacks. */
  private Target cutTo(Target target, double nanos, long lacking) {
    Segment draw = target.draw();
    double fitting = Math.max(nanos / draw.point().nanosPerSample(), (double) lacking);
    long to = draw.from();
    for (double samples = fitting; to <= draw.from(); samples *= 2) {
      long end = draw.from() + (long) Math.ceil(samples);
      if (end >= draw.to()) {
        return target;
      }
      to = pace.floorCut(end);
    }
    return target.until(to);
  }

  private double nanos(Target target) {
    return target.draw().nanos();
  }
}
