package org.ntksweep.jobs.run.schedule;

import org.ntksweep.jobs.folder.commit.PointProgress;
import org.ntksweep.jobs.plan.Segment;

/**
 * What a wave does to one point.
 *
 * @param point the place of the point in the sweep
 * @param before how far it was
 * @param draw the samples to draw
 * @param wanted how many samples its next estimates shall stand on; reached if {@code draw} ends
 *     there
 */
public record Target(int point, PointProgress before, Segment draw, long wanted) {

  /** Whether the point gets estimates. */
  public boolean isReached() {
    return draw.to() == wanted;
  }

  /** The same with fewer samples. */
  public Target until(long to) {
    return new Target(point, before, draw.withRange(draw.from(), to), wanted);
  }
}
