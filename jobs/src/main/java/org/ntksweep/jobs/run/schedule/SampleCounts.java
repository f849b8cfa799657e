package org.ntksweep.jobs.run.schedule;

import java.util.Optional;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.jobs.config.RatioTarget;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.folder.commit.PointProgress;

/** How many samples the next estimates of a point stand on, a function of its last ones. */
final class SampleCounts {
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

  SampleCounts(Sweep sweep) {
    estimation = sweep.estimation();
    target = sweep.sampling().target();
    first = sweep.firstSamples();
  }

  /** The number of samples wanted of a point; what it has already, if that is enough. */
  long wanted(PointProgress progress) {
    return progress.estimated() < first
        ? first
        : target.map(p -> next(p, progress)).orElse(progress.estimated());
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
