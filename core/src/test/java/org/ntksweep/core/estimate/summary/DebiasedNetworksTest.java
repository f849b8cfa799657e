package org.ntksweep.core.estimate.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.ratio.ReplicateLengths;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.theory.exact.ExactMoments;

/** Debiased estimates of kernels against the exact ratio at finite width. */
class DebiasedNetworksTest {
  private static final int REPLICATES = 10_000;

  /** Fails for 1 seed in 16,000. */
  @Test
  void hasTheExactRatioForItsMean() {
    Network network =
        new Network(
            Activation.RELU, 2.0, 0.1, Widths.constant(32, 32, 10), Parametrization.STANDARD);
    KernelSampler sampler = SamplerKind.NORM_CHAIN.of(network, Inputs.single());
    Estimation estimation = new Estimation(RatioEstimator.DEBIASED, new Bootstrap(2, 0.95, 2022));
    KernelSummary summary = KernelSummary.empty(estimation, 1);
    KernelMatrix kernel = new KernelMatrix(1);
    long samples = estimation.samplesFor(Math.round(REPLICATES * ReplicateLengths.EXPECTED));
    for (long sample = 0; sample < samples; sample++) {
      sampler.sample(2022, sample, kernel);
      summary.add(
          sample, new double[] {kernel.theta(0, 0)}, new double[] {kernel.logAbsTheta(0, 0)});
    }
    double exact = ExactMoments.of(network).ratio();
    KernelEstimate e = summary.estimates().get(0);
    assertThat(Math.abs(e.ratio() - exact)).isLessThan(4 * e.ratioSe());
    assertThat(e.ratioSe()).isLessThan(0.01 * exact);
  }
}
