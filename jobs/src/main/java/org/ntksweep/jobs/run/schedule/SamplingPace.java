package org.ntksweep.jobs.run.schedule;

import java.util.Optional;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.jobs.config.RatioTarget;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.folder.commit.PointProgress;

/**
 * Samples for estimates: how many the next ones of a point stand on is a function of its last ones.
 */
public final class SamplingPace implements Pace {
  /** A round adds at least half of what there is, or rounds would be many. */
  private static final double LEAST_GROWTH = 1.5;

  /** An error estimated from few samples is itself uncertain. */
  private static final double MOST_GROWTH = 8;

  /** What a point grows by whose interval says nothing. */
  private static final double BLIND_GROWTH = 4;

  /** Errors shrink with the root of the number of samples; a little more ends in fewer rounds. */
  private static final double MARGIN = 1.1;

  private final Estimation estimation;
  private final Optional<RatioTarget> target;
  private final long first;
  private final boolean kept;

  /** The pace of a sweep. */
  public SamplingPace(Sweep sweep) {
    estimation = sweep.estimation();
    target = sweep.sampling().target();
    first = sweep.firstSamples();
    kept = sweep.output().samples();
  }

  @Override
  public long wanted(PointProgress progress) {
    return progress.estimated() < first
        ? first
        : target.map(p -> next(p, progress)).orElse(progress.estimated());
  }

  @Override
  public long from(PointProgress progress, long wanted) {
    return isStored(wanted) ? progress.stored() : streams(wanted) ? progress.summarised() : 0;
  }

  @Override
  public boolean streams(long wanted) {
    return estimation.streams(wanted);
  }

  /** Samples are written if they are to be kept, or if the next round will need them again. */
  @Override
  public boolean isStored(long wanted) {
    return kept || (target.isPresent() && !streams(wanted));
  }

  @Override
  public boolean isSpread(long wanted) {
    return streams(wanted);
  }

  @Override
  public long floorCut(long sample) {
    return estimation.floorCut(sample);
  }

  /** However few, they are drawn in tasks of their own. */
  @Override
  public long fewest(int parallelism) {
    return 1;
  }

  private long next(RatioTarget asked, PointProgress progress) {
    long samples = progress.estimated();
    if (progress.relError() <= asked.relError() || samples >= asked.maxSamples()) {
      return samples;
    }
    double wanted = Math.ceil(samples * growth(progress.relError() / asked.relError()));
    return estimation.samplesFor(Math.min((long) wanted, asked.maxSamples()));
  }

  /** Errors that are infinite or NaN say nothing. */
  private static double growth(double excess) {
    return Double.isFinite(excess)
        ? Math.max(LEAST_GROWTH, Math.min(MARGIN * excess * excess, MOST_GROWTH))
        : BLIND_GROWTH;
  }
}
