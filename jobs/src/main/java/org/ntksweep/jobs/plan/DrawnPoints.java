package org.ntksweep.jobs.plan;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.network.Network;
import org.ntksweep.jobs.config.Drawings;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** The points of a sweep whose networks are drawn, and no more. */
final class DrawnPoints {
  private DrawnPoints() {}

  /**
   * The points in grid order.
   *
   * @throws IllegalArgumentException if no sampler can draw a point
   */
  static List<SweepPoint> of(Sweep sweep) {
    List<SweepPoint> points = new ArrayList<>();
    Drawings drawings = sweep.drawings();
    for (Network law : sweep.points()) {
      points.add(SweepPoint.drawn(points.size(), law, sweep.inputs(law), drawings.of(law)));
    }
    return points;
  }
}
