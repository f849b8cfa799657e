package org.ntksweep.jobs.run.schedule;

import org.ntksweep.jobs.folder.commit.PointProgress;

/** How far points are taken, and in what parts. */
public interface Pace {

  /** The number of samples wanted of a point; what it has already, if that is enough. */
  long wanted(PointProgress progress);

  /** The first sample to draw on the way to those that are wanted. */
  long from(PointProgress progress, long wanted);

  /** Whether so many samples of a point are summarised as they pass, not gathered. */
  boolean streams(long wanted);

  /** Whether they are written to disk. */
  boolean isStored(long wanted);

  /** Whether they may be spread over waves. */
  boolean isSpread(long wanted);

  /** The greatest number, up to the given one, of a sample that may begin a wave. */
  long floorCut(long sample);

  /** How many samples a wave has at least, if there are as many: fewer would leave cores idle. */
  long fewest(int parallelism);
}
