package org.ntksweep.jobs.plan;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.ntksweep.core.network.PointId;
import org.ntksweep.jobs.config.text.PointText;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** Points by their identities, in a dozen bytes each. */
final class PointIndex {
  private final long[] ids;
  private final int[] positions;

  /**
   * Of points that differ.
   *
   * @throws RequestException if two are the same, which is known of shares of a learning rate only
   *     when their rates are
   */
  PointIndex(List<SweepPoint> points) {
    ids = points.stream().map(SweepPoint::id).mapToLong(PointId::bits).sorted().toArray();
    for (int i = 1; i < ids.length; i++) {
      if (ids[i] == ids[i - 1]) {
        throw twins(points, ids[i]);
      }
    }
    positions = new int[ids.length];
    for (SweepPoint point : points) {
      positions[Arrays.binarySearch(ids, point.id().bits())] = point.position();
    }
  }

  private static RequestException twins(List<SweepPoint> points, long id) {
    List<SweepPoint> twins = points.stream().filter(p -> p.id().bits() == id).toList();
    return new RequestException(
        "grid.learning_rate: must be different rates, not "
            + twins.stream()
                .map(twin -> twin.training().map(t -> t.rate().toString()).orElse(twin.key()))
                .collect(Collectors.joining(" and "))
            + ", which are one at "
            + PointText.of(twins.get(0).law()));
  }

  /** The place of a point in the sweep; -1 if there is none of this identity. */
  int positionOf(String id) {
    int found = Arrays.binarySearch(ids, HexFormat.fromHexDigitsToLong(id));
    return found < 0 ? -1 : positions[found];
  }
}
