package org.ntksweep.core.estimate.bootstrap;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The bootstrap multiplicities in use in this JVM, at most 64 MB of them: a sweep asks for the same
 * matrix at each of its points, from every thread. Beyond that the longest unused goes.
 */
final class ResamplingCache {
  private static final Map<Key, double[][]> MATRICES = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(Resampling resampling, boolean bySample) {}

  private ResamplingCache() {}

  /**
   * The matrix of {@code resampling}, which must fit, a replicate a row; shared, not to be written
   * to.
   */
  static double[][] byReplicate(Resampling resampling) {
    return matrix(new Key(resampling, false), resampling::byReplicate);
  }

  /** The same, a sample a row. */
  static double[][] bySample(Resampling resampling) {
    return matrix(new Key(resampling, true), resampling::bySample);
  }

  private static synchronized double[][] matrix(Key key, Supplier<double[][]> draw) {
    double[][] known = MATRICES.get(key);
    if (known != null) {
      return known;
    }
    makeRoom(key.resampling().entries());
    double[][] drawn = draw.get();
    MATRICES.put(key, drawn);
    return drawn;
  }

  private static void makeRoom(long entries) {
    long room = Resampling.LARGEST_CACHED - entries;
    long held = MATRICES.keySet().stream().mapToLong(key -> key.resampling().entries()).sum();
    Iterator<Key> oldestFirst = MATRICES.keySet().iterator();
    while (held > room) {
      held -= oldestFirst.next().resampling().entries();
      oldestFirst.remove();
    }
  }
}
