package org.ntksweep.core.estimate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bootstrap multiplicities in use in this JVM, at most 64 MB of them: a sweep asks for the same
 * matrix at each of its points, from every thread. Beyond that the longest unused goes.
 */
final class ResamplingCache {
  private static final Map<Resampling, double[]> MATRICES = new LinkedHashMap<>(16, 0.75f, true);

  private ResamplingCache() {}

  /** The matrix of {@code resampling}, which must fit; shared, not to be written to. */
  static synchronized double[] matrix(Resampling resampling) {
    double[] known = MATRICES.get(resampling);
    if (known != null) {
      return known;
    }
    makeRoom(resampling.entries());
    double[] drawn = resampling.matrix();
    MATRICES.put(resampling, drawn);
    return drawn;
  }

  private static void makeRoom(long entries) {
    long room = Resampling.LARGEST_CACHED - entries;
    long held = MATRICES.values().stream().mapToLong(m -> m.length).sum();
    Iterator<double[]> oldestFirst = MATRICES.values().iterator();
    while (held > room) {
      held -= oldestFirst.next().length;
      oldestFirst.remove();
    }
  }
}
