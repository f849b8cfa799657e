package org.ntksweep.jobs.run.estimates;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many samples the points of a wave must have for their estimates. */
final class WantedSamples implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] positions;
  private final long[] samples;

  /**
   * @param byPosition how many, by the place of the point in the sweep
   */
  WantedSamples(Map<Integer, Long> byPosition) {
    SortedMap<Integer, Long> sorted = new TreeMap<>(byPosition);
    positions = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
    samples = sorted.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** How many points there are. */
  int points() {
    return positions.length;
  }

  /** Which of them the point at a place in the sweep is, from 0; negative if it is none. */
  int rank(int position) {
    return Arrays.binarySearch(positions, position);
  }

  boolean has(int position) {
    return rank(position) >= 0;
  }

  /** How many samples one of them must have. */
  long of(int position) {
    return samples[rank(position)];
  }

  /** The most that one of them must have; 0 if there is none. */
  long most() {
    return Arrays.stream(samples).max().orElse(0);
  }
}
