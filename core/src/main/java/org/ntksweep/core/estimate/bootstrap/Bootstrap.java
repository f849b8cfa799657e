package org.ntksweep.core.estimate.bootstrap;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.core.estimate.ratio.GatheredKind;
import org.ntksweep.core.estimate.ratio.Resample;
import org.ntksweep.core.estimate.ratio.Sums;
import org.ntksweep.core.estimate.ratio.SumsFormula;
import org.ntksweep.core.estimate.ratio.Terms;
import org.ntksweep.core.simd.Kernels;

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

  /** Up to so many samples, what a replicate costs is hardly that of its samples. */
  private static final int SHORT_REPLICATES = 128;

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

  /**
   * The spread of an estimator on each of several series of equal length.
   *
   * @param series samples, as doubles whose squares neither overflow nor vanish
   */
  public List<Spread> spreads(GatheredKind estimator, List<Terms> series) {
    Resampling resampling = new Resampling(seed, series.get(0).size(), replicates);
    boolean isShort = resampling.isCached() && resampling.samples() <= SHORT_REPLICATES;
    Stream<double[]> ratios =
        isShort && estimator instanceof SumsFormula formula
            ? series.stream().map(terms -> bySample(formula, resampling, terms))
            : byReplicate(estimator, resampling, series);
    return ratios.map(replicates -> Spread.of(replicates, confidence)).toList();
  }

  /** All replicates side by side, growing sample by sample: fast where they are short. */
  private double[] bySample(SumsFormula formula, Resampling resampling, Terms terms) {
    double[][] counts = ResamplingCache.bySample(resampling);
    Kernels kernels = Kernels.best();
    double[] s1 = new double[replicates];
    double[] s2 = new double[replicates];
    double[] own = terms.weighted() ? new double[replicates] : s2;
    for (int i = 0; i < terms.size(); i++) {
      kernels.addScaled(terms.values()[i], counts[i], s1, replicates);
      kernels.addScaled(terms.squares()[i], counts[i], s2, replicates);
      if (terms.weighted()) {
        kernels.addScaled(terms.ownSquares()[i], counts[i], own, replicates);
      }
    }
    double[] ratios = new double[replicates];
    for (int b = 0; b < replicates; b++) {
      ratios[b] = formula.ratio(new Sums(terms.size(), s1[b], s2[b], own[b], terms.weighted()));
    }
    return ratios;
  }

  private Stream<double[]> byReplicate(
      GatheredKind estimator, Resampling resampling, List<Terms> series) {
    int n = resampling.samples();
    Resample[] samples = series.stream().map(Resample::new).toArray(Resample[]::new);
    double[][] ratios = new double[samples.length][replicates];
    resampling.forEach(
        (number, counts) -> {
          for (int s = 0; s < samples.length; s++) {
            ratios[s][number] = estimator.ratio(samples[s].occurring(counts, n));
          }
        });
    return Stream.of(ratios);
  }
}
