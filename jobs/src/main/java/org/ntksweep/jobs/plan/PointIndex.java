package org.ntksweep.jobs.plan;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.ntksweep.core.network.PointId;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** Points by their identities, in a dozen bytes each. */
final class PointIndex {
  private final long[] ids;
  private final int[] positions;

  PointIndex(List<SweepPoint> points) {
    ids = points.stream().map(SweepPoint::id).mapToLong(PointId::bits).sorted().toArray();
    positions = new int[ids.length];
    for (SweepPoint point : points) {
      positions[Arrays.binarySearch(ids, point.id().bits())] = point.position();
    }
  }

  /** The place of a point in the sweep; -1 if there is none of this identity. */
  int positionOf(String id) {
    int found = Arrays.binarySearch(ids, HexFormat.fromHexDigitsToLong(id));
    return found < 0 ? -1 : positions[found];
  }
}
