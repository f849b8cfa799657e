package org.ntksweep.jobs.run.estimates;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.tables.PointEstimate;
import org.ntksweep.jobs.tables.SweepPoint;

/** The points of a sweep and its cosines, as every executor has them: rows find their place. */
final class Points implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<SweepPoint> all;
  private final Map<String, Integer> positions = new HashMap<>();
  private final double[] cosines;
  private final PointEstimate.How how;

  Points(Sweep sweep, List<SweepPoint> all) {
    this.all = new ArrayList<>(all);
    all.forEach(point -> positions.put(point.key(), point.position()));
    cosines = cosines(sweep);
    how = PointEstimate.How.of(sweep);
  }

  /** The cosines of a sweep as its tables order them: the diagonal first. */
  static double[] cosines(Sweep sweep) {
    return DoubleStream.concat(
            DoubleStream.of(1),
            sweep.sampling().cosines().stream().mapToDouble(Double::doubleValue))
        .toArray();
  }

  int count() {
    return all.size();
  }

  SweepPoint at(int position) {
    return all.get(position);
  }

  /** The place of a point by its identity; -1 if the sweep has it not. */
  int positionOf(String id) {
    return positions.getOrDefault(id, -1);
  }

  /** How many kernel entries a sample has. */
  int entries() {
    return cosines.length;
  }

  double cosine(int entry) {
    return cosines[entry];
  }

  /**
   * The entry at a cosine.
   *
   * @throws IllegalStateException if the sweep has no such cosine
   */
  int entryAt(double cosine) {
    for (int entry = 0; entry < cosines.length; entry++) {
      if (cosines[entry] == cosine) {
        return entry;
      }
    }
    throw new IllegalStateException("samples at cosine " + cosine + ", which the sweep has not");
  }

  PointEstimate.How how() {
    return how;
  }
}
