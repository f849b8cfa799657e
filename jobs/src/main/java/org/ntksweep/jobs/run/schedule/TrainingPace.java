package org.ntksweep.jobs.run.schedule;

import org.ntksweep.jobs.folder.commit.PointProgress;

/**
 * Networks that are trained, each of which may take as long as a wave of others: a point is spread
 * over waves wherever that is.
 *
 * @param samples how many networks of every point
 */
public record TrainingPace(long samples) implements Pace {
  /** Cores wait for the last network of a wave: the more there are, the shorter. */
  private static final long NETWORKS_PER_CORE = 8;

  @Override
  public long wanted(PointProgress progress) {
    return Math.max(samples, progress.estimated());
  }

  @Override
  public long from(PointProgress progress, long wanted) {
    return progress.stored();
  }

  @Override
  public boolean streams(long wanted) {
    return false;
  }

  @Override
  public boolean isStored(long wanted) {
    return true;
  }

  @Override
  public boolean isSpread(long wanted) {
    return true;
  }

  @Override
  public long floorCut(long sample) {
    return sample;
  }

  @Override
  public long fewest(int parallelism) {
    return NETWORKS_PER_CORE * parallelism;
  }
}
