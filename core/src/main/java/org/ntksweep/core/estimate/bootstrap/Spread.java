package org.ntksweep.core.estimate.bootstrap;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * What bootstrap replicates say about an estimate. All three are NaN if a replicate is undefined.
 *
 * @param error the standard deviation of the replicates
 * @param low the lower end of the percentile interval
 * @param high its upper end
 */
public record Spread(double error, double low, double high) {
  /** What replicates say of which one at least is undefined. */
  public static final Spread UNDEFINED = new Spread(Double.NaN, Double.NaN, Double.NaN);

  /** The spread of at least two replicates, which it puts into another order. */
  public static Spread of(double[] replicates, double confidence) {
    if (!Arrays.stream(replicates).allMatch(Double::isFinite)) {
      return UNDEFINED;
    }
    double error = Moments.of(replicates).standardDeviation();
    double tail = (1 - confidence) / 2;
    double[] ends = Quantile.withDefaults().evaluate(replicates, tail, 1 - tail);
    return new Spread(error, ends[0], ends[1]);
  }
}
