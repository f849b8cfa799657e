package org.ntksweep.core.estimate;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bootstrap over initializations: samples drawn again with replacement give replicates of an
 * estimate, whose scatter is its error (Efron and Tibshirani 1993, chapters 6 and 13).
 *
 * <p>Which samples a replicate consists of is a function of the seed, the number N of samples and
 * the number of the replicate alone. Points with equally many samples share it: the law of each
 * point's bootstrap is right, and only the Monte Carlo errors of the bootstrap itself are common.
 *
 * @param replicates the number of replicates, at least 2
 * @param confidence the nominal coverage of intervals, in (0, 1)
 * @param seed the seed of the sweep
 */
public record Bootstrap(int replicates, double confidence, long seed) implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public Bootstrap {
    if (replicates < 2) {
      throw new IllegalArgumentException("replicates " + replicates + ": must be at least 2");
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence " + confidence + ": must be in (0, 1)");
    }
  }

  /** The spread of an estimator on each of several series of equal length. */
  List<Spread> spreads(RatioEstimator estimator, List<SampleSeries> series) {
    int n = series.get(0).size();
    SamplesFormula formula = estimator.ofSamples();
    WeightedSample[] samples =
        series.stream().map(s -> new WeightedSample(s.values())).toArray(WeightedSample[]::new);
    double[][] ratios = new double[samples.length][replicates];
    new Resampling(seed, n, replicates)
        .forEach(
            (number, counts, offset) -> {
              for (int s = 0; s < samples.length; s++) {
                ratios[s][number] = formula.ratio(samples[s].weigh(counts, offset, n));
              }
            });
    return IntStream.range(0, samples.length)
        .mapToObj(s -> Spread.of(ratios[s], confidence))
        .toList();
  }
}
