package org.ntksweep.core.estimate.ratio;

import java.util.Arrays;

/** Ratios of gathered samples. */
public final class Ratios {
  /** The estimators that are functions of gathered samples. */
  public static final RatioEstimator[] GATHERED =
      Arrays.stream(RatioEstimator.values())
          .filter(e -> e.kind() instanceof GatheredKind)
          .toArray(RatioEstimator[]::new);

  private Ratios() {}

  public static double of(RatioEstimator estimator, double... samples) {
    return ((GatheredKind) estimator.kind()).ratio(new Resample(Terms.plain(samples)));
  }

  static double of(RatioEstimator estimator, double[] samples, double[] counts) {
    return ((GatheredKind) estimator.kind())
        .ratio(new Resample(Terms.plain(samples)).occurring(counts, Arrays.stream(counts).sum()));
  }
}
