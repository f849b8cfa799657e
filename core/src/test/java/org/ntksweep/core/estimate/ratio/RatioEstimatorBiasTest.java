package org.ntksweep.core.estimate.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.estimate.Samples;

/**
 * Relative biases in percent on log-normal samples, r = 1.5 and N = 50. With 2,000,000 runs NumPy
 * gives -1.868, -0.865, 4.083, 8.420, -0.103 (standard errors up to 0.013). One run scatters by 12
 * to 18 percent, the mean of 40,000 by at most 0.09: with the tolerance a sound estimator fails for
 * fewer than 1 seed in 100,000.
 */
class RatioEstimatorBiasTest {
  private static final double RATIO = 1.5;
  private static final int RUNS = 40_000;

  @ParameterizedTest
  @CsvSource({
    "PLUG_IN, -1.87",
    "U_RATIO, -0.87",
    "LEAVE_ONE_OUT, 4.08",
    "PUBLISHED, 8.42",
    "JACKKNIFE, -0.10"
  })
  void biasOnLogNormalSamples(RatioEstimator estimator, double percent) {
    Samples samples = new Samples(50);
    double sum = 0;
    for (int run = 0; run < RUNS; run++) {
      sum += Ratios.of(estimator, samples.logNormal(RATIO, 50));
    }
    assertThat(100 * (sum / RUNS / RATIO - 1)).isCloseTo(percent, within(0.42));
  }
}
