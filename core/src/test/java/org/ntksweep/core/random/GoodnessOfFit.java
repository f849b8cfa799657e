package org.ntksweep.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.statistics.inference.ChiSquareTest;

/** Counts draws in cells of known probability and compares by Pearson's chi-square test. */
final class GoodnessOfFit {
  /** The chance that one comparison of a right sampler fails. */
  static final double FALSE_FAILURE = 1e-7;

  private final double[] edges;
  private final long[] counts;

  /** Cells between consecutive edges, ascending, and beyond the outermost. */
  GoodnessOfFit(double... edges) {
    this.edges = edges;
    counts = new long[edges.length + 1];
  }

  void add(double value) {
    int at = Arrays.binarySearch(edges, value);
    counts[at < 0 ? -at - 1 : at + 1]++;
  }

  /** The number of draws at or above the last edge. */
  long countBeyond() {
    return counts[counts.length - 1];
  }

  /**
   * Fails if the counts are not those of the law with the probability {@code p[i]} for each cell.
   */
  void check(double... p) {
    double pValue = ChiSquareTest.withDefaults().test(p, counts).getPValue();
    assertThat(pValue).as("p-value of %s", Arrays.toString(counts)).isGreaterThan(FALSE_FAILURE);
  }
}
